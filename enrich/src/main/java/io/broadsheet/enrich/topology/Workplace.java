package io.broadsheet.enrich.topology;

import io.broadsheet.runtime.trace.Segment;
import io.broadsheet.runtime.trace.Work;
import io.broadsheet.state.v1.ArticleState;
import io.broadsheet.state.v1.PendingArticle;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

import java.time.Instant;

/**
 * What the desks of one task share.
 *
 * @param context to send with, and whose clock it is
 * @param articles what is remembered of each article
 * @param pending the articles that wait for images
 * @param watched the articles whose images may still turn out otherwise
 * @param clocks what is known of the declared dates of each source
 * @param clusters who is near to whom
 * @param codecs of all topics
 * @param burial makes dead letters
 */
record Workplace(
        ProcessorContext<byte[], byte[]> context,
        KeyValueStore<String, ArticleState> articles,
        PendingArticles pending,
        PendingArticles watched,
        SourceClocks clocks,
        ClusterBook clusters,
        Codecs codecs,
        Burial burial) {

    /** Of one partition, so that the store is bounded; whose time ends first is let go. */
    private static final int WATCHED_MAX = 10_000;

    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    /** Keeps a settled article until its deadline, in case there is news of it. */
    void watch(String articleId, PendingArticle article) {
        watched.put(articleId, article);
        if (watched.count() > WATCHED_MAX) {
            watched.due(EVER, 1).forEach(watched::remove);
        }
    }

    /**
     * The trace of an article goes on from where it was kept: what it waited for has come.
     *
     * @param work how the span of that is called
     * @return where the records belong that are made now
     */
    TraceHeaders resumed(String work, String articleId, PendingArticle kept) {
        TraceHeaders before = TraceHeaders.of(kept.getTraceparent(), kept.getTracestate());
        try (Segment segment =
                burial.watch().tracing().goOn(Work.inside(work, articleId), before.context())) {
            return new TraceHeaders(segment.context());
        }
    }

    /** The wall clock; a test drives it. */
    Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
