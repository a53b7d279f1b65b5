package io.broadsheet.ingest.publish;

import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.IngestCursor;
import io.broadsheet.v1.RawArticle;

import java.util.List;
import java.util.Optional;

/**
 * All that one document gave. It is published whole or not at all.
 *
 * @param cursor that the document has been taken
 * @param articles none if there is a letter
 * @param letter why there are no articles
 */
public record Taken(IngestCursor cursor, List<RawArticle> articles, Optional<DeadLetter> letter) {

    public Taken {
        articles = List.copyOf(articles);
    }
}
