package io.broadsheet.ingest.document;

import io.broadsheet.v1.DeadLetter;

/** What became of opening a file. */
public sealed interface Opening {

    /** Its bytes were read. */
    record Opened(Document document) implements Opening {}

    /** It is an archive that is read record by record. */
    record Archive(ArchiveFile archive) implements Opening {}

    /** They could not be, or must not be. */
    record Buried(DeadLetter letter) implements Opening {}
}
