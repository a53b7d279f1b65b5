package io.broadsheet.enrich.topology;

import io.broadsheet.enrich.Clustering;
import io.broadsheet.enrich.cluster.Meeting;
import io.broadsheet.enrich.cluster.SketchIndex;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.v1.ArticleSketch;
import io.broadsheet.v1.ClusterLink;
import io.broadsheet.v1.ClusterNews;
import io.broadsheet.v1.FailureStage;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The node where near-duplicates meet, wherever their articles lie: it reads sketches by their
 * bands, and tells the later one of two which the earlier one is.
 */
final class ClusterIndex implements Processor<byte[], byte[], byte[], byte[]> {

    static final String NODE = "cluster-index";

    /** Sinks of its own; see {@link Outbox#sendFrom}. */
    static final String SINKS = NODE + "-";

    private static final int HEX = 16;

    private final Clustering clustering;
    private final Codecs codecs;
    private final Burial burial;
    private final Duration commitSoon;
    private ProcessorContext<byte[], byte[]> context;
    private CommitPace pace;
    private SketchIndex index;

    ClusterIndex(EnrichParts parts) {
        this.clustering = parts.clustering();
        this.codecs = parts.codecs();
        this.burial = parts.burial();
        this.commitSoon = parts.commitSoon();
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        pace = CommitPace.of(context, commitSoon);
        var buckets =
                new StoredBuckets(
                        context.getStateStore(ArticleStores.CLUSTER_INDEX),
                        codecs.clusters().sketches(),
                        SketchIndex.bucketCount(clustering.entriesMax()));
        index = new SketchIndex(buckets, clustering.entriesMax(), clustering.window());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        pace.take(record.timestamp());
        SourceRecord source = SourceRecord.of(record, context.recordMetadata().orElseThrow());
        var place = new TopicPartition(source.ref().getTopic(), source.ref().getPartition());
        burial.watch().lag().begin(place, record.timestamp());
        try {
            take(source);
        } finally {
            burial.watch().lag().done(place, record.timestamp());
        }
    }

    private void take(SourceRecord source) {
        Optional<Long> band = band(source);
        if (band.isEmpty()) {
            bury(source, new Rejection(FailureCode.KEY_MISMATCH, "the key is not a band"));
            return;
        }
        switch (codecs.clusters().sketches().decode(source.value())) {
            case Codec.Decoded.Decodable<ArticleSketch>(ArticleSketch sketch) ->
                    meet(band.get(), sketch);
            case Codec.Decoded.Undecodable<ArticleSketch>(Rejection rejection) ->
                    bury(source, rejection);
        }
    }

    private void meet(long band, ArticleSketch sketch) {
        Outbox outbox = new Outbox();
        for (Meeting meeting : index.meet(band, sketch)) {
            ClusterLinks.add(outbox, codecs, join(meeting));
        }
        outbox.sendFrom(SINKS, context, context.currentSystemTimeMs());
    }

    private static ClusterLink join(Meeting meeting) {
        return ClusterLink.newBuilder()
                .setArticleId(meeting.younger().getArticleId())
                .setNews(ClusterNews.JOIN)
                .setOtherId(meeting.elder().getArticleId())
                .setOtherFirstCreated(meeting.elder().getFirstCreated())
                .setRole(meeting.match().role())
                .setScore(meeting.match().score())
                .setReasons(meeting.match().reasons())
                .build();
    }

    private void bury(SourceRecord source, Rejection rejection) {
        burial.bury(FailureStage.ENRICH_DESERIALIZE, rejection, source, UnaryOperator.identity())
                .sendFrom(SINKS, context, burial.timestampFor(source));
    }

    /** Sixteen hex digits; empty if the key is anything else. */
    private static Optional<Long> band(SourceRecord source) {
        return source.keyText()
                .filter(key -> key.matches("[0-9a-f]{16}"))
                .map(key -> Long.parseUnsignedLong(key, HEX));
    }
}
