package io.broadsheet.ingest.publish;

import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.IngestCursor;
import io.broadsheet.v1.RawArticle;

import java.util.List;

/**
 * All that one document gave. It is published whole or not at all.
 *
 * @param cursor that the document has been taken
 * @param articles in the order of the document
 * @param letters about the document, or about those of its items that are no articles
 */
public record Taken(IngestCursor cursor, List<RawArticle> articles, List<DeadLetter> letters) {

    public Taken {
        articles = List.copyOf(articles);
        letters = List.copyOf(letters);
    }
}
