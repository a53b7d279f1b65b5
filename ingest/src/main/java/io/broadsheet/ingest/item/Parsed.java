package io.broadsheet.ingest.item;

import io.broadsheet.runtime.failure.Rejection;

/** What a format made of a document. */
public sealed interface Parsed {

    /** An article, as far as the document tells it. */
    record Item(Draft draft) implements Parsed {}

    /** No article. */
    record Refused(Rejection rejection) implements Parsed {}
}
