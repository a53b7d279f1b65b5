package io.broadsheet.desk.sources;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.desk.articles.SourceCount;

import java.util.List;

/**
 * Where articles come from.
 *
 * @param feeds with their health, those first that need a look
 * @param others sources that are no feeds
 */
public record SourceView(List<FeedLine> feeds, List<OtherLine> others) {

    /**
     * A feed.
     *
     * @param health as {@code feeds list --json} tells it
     * @param rank the lower, the sooner somebody should look
     * @param counts what it gave
     */
    public record FeedLine(ObjectNode health, int rank, SourceCount counts) {}

    /**
     * A source that is no feed.
     *
     * @param source sourceId
     * @param counts what it gave
     */
    public record OtherLine(String source, SourceCount counts) {}
}
