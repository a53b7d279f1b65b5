package io.broadsheet.enrich.topology;

import io.broadsheet.enrich.Clustering;
import io.broadsheet.enrich.cluster.SketchOf;
import io.broadsheet.enrich.step.fingerprint.Fingerprint;
import io.broadsheet.schemas.Topics;
import io.broadsheet.state.v1.PendingArticle;
import io.broadsheet.v1.EnrichedArticle;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Sends the sketch of each version to where its near-duplicates may be. */
final class SketchSending {

    /** More than a place in a cluster adds to its article; see {@code ClusterPlaces}. */
    static final int RESERVED_BYTES = 1024;

    /** The answer takes a second; after an outage of the index it may take longer. */
    private static final Duration TEXT_KEPT = Duration.ofHours(1);

    private final Workplace at;
    private final Clustering clustering;

    SketchSending(Workplace at, Clustering clustering) {
        this.at = at;
        this.clustering = clustering;
    }

    /**
     * Puts the sketch into what is sent, once for each band. These records carry no headers: they
     * are four to an article, for us alone, and gone after a day.
     *
     * @param timestamp of the raw record
     */
    void add(Outbox outbox, EnrichedArticle article, Optional<Fingerprint> print, long timestamp) {
        if (print.isEmpty() || !clustering.isOn(article.getSource().getSourceId())) {
            return;
        }
        Instant seenAt = Instant.ofEpochMilli(timestamp);
        byte[] sketch =
                at.codecs()
                        .clusters()
                        .sketches()
                        .encode(SketchOf.article(article, print.get(), seenAt));
        Headers none = new RecordHeaders();
        for (long band : print.get().bands()) {
            outbox.add(Topics.CLUSTER_SKETCHES, HexFormat.of().toHexDigits(band), sketch, none);
        }
    }

    /**
     * Keeps the text of an article that waits for nothing, in case it turns out to have
     * near-duplicates: the version that says so needs all of it.
     *
     * @param bytes the article as it lies on the enriched topic
     */
    void keepText(EnrichedArticle article, byte[] bytes, SourceRecord source) {
        if (clustering.isOn(article.getSource().getSourceId())) {
            TraceHeaders trace = TraceHeaders.of(source);
            at.clusters()
                    .texts()
                    .put(
                            article.getArticleId(),
                            PendingArticle.newBuilder()
                                    .setArticle(ByteBuffer.wrap(bytes))
                                    .setOutstanding(List.of())
                                    .setDeadline(at.now().plus(TEXT_KEPT))
                                    .setRecordTimestamp(source.timestamp())
                                    .setTraceparent(trace.traceparent().orElse(null))
                                    .setTracestate(trace.tracestate().orElse(null))
                                    .build());
        }
    }
}
