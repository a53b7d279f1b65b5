package io.broadsheet.ingest.document;

import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.RawArticle;

import java.util.List;

/** What a document gave: its articles, or one dead letter. */
public sealed interface Reading {

    /** At least one. */
    record Articles(List<RawArticle> articles) implements Reading {

        public Articles {
            articles = List.copyOf(articles);
        }
    }

    /** It could not be read as an article. */
    record Buried(DeadLetter letter) implements Reading {}
}
