package io.broadsheet.enrich.topology;

import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.v1.ClusterLink;
import io.broadsheet.v1.ImageCheckResult;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Reprocessing;

/** What a record of a source topic turned out to be. */
sealed interface Arrival {

    /** Where it came from. */
    SourceRecord source();

    /** A raw article. */
    record RawArrived(SourceRecord source, RawArticle article) implements Arrival {}

    /** A raw article that is to be enriched anew. */
    record ReprocessArrived(SourceRecord source, Reprocessing request) implements Arrival {}

    /** What the image checker found out. */
    record AnswerArrived(SourceRecord source, ImageCheckResult answer) implements Arrival {}

    /** What an article is told about another. */
    record LinkArrived(SourceRecord source, ClusterLink link) implements Arrival {}

    /** A value that nobody can read, whatever it was meant to be. */
    record Unreadable(SourceRecord source, Rejection rejection) implements Arrival {}
}
