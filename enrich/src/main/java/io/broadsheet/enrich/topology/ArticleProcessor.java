package io.broadsheet.enrich.topology;

import io.broadsheet.v1.FailureStage;

import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * The one node that remembers articles. Raw articles and image answers both come here, so that one
 * thread alone decides about an article, and what waits can be counted exactly.
 */
final class ArticleProcessor implements Processor<byte[], Arrival, byte[], byte[]> {

    private static final Duration DEADLINE_LOOK = Duration.ofSeconds(1);

    private final EnrichParts parts;
    private final Burial burial;
    private CommitPace pace;
    private Workplace at;
    private RawDesk raw;
    private ReprocessDesk reprocess;
    private ImageDesk images;
    private ClusterDesk clusters;

    ArticleProcessor(EnrichParts parts) {
        this.parts = parts;
        this.burial = parts.burial();
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        at =
                new Workplace(
                        context,
                        context.getStateStore(ArticleStores.ARTICLES),
                        new PendingArticles(
                                context.getStateStore(ArticleStores.PENDING),
                                context.getStateStore(ArticleStores.DEADLINES)),
                        new PendingArticles(
                                context.getStateStore(ArticleStores.WATCHED),
                                context.getStateStore(ArticleStores.WATCHED_UNTIL)),
                        new SourceClocks(context.getStateStore(ArticleStores.SOURCE_OFFSETS)),
                        new ClusterBook(
                                context.getStateStore(ArticleStores.CLUSTER_PLACES),
                                context.getStateStore(ArticleStores.CLUSTERS),
                                new KeptTexts(context.getStateStore(ArticleStores.TEXTS)),
                                parts.codecs().clusters().clusters()),
                        parts.codecs(),
                        burial);
        pace = CommitPace.of(context, parts.commitSoon());
        var sketches = new SketchSending(at, parts.clustering());
        raw = new RawDesk(at, parts.steps(), parts.checking(), sketches);
        reprocess = new ReprocessDesk(at, parts.steps(), raw, sketches);
        images = new ImageDesk(at, unawaited(context));
        clusters = new ClusterDesk(at);
        context.schedule(DEADLINE_LOOK, PunctuationType.WALL_CLOCK_TIME, _ -> expire());
    }

    private void expire() {
        if (images.expire()) {
            pace.take(at.now().toEpochMilli());
        }
        at.clusters().texts().expire(at.now());
    }

    @Override
    public void process(Record<byte[], Arrival> record) {
        pace.take(record.timestamp());
        switch (record.value()) {
            case Arrival.RawArrived arrival -> raw.take(arrival);
            case Arrival.ReprocessArrived arrival -> reprocess.take(arrival);
            case Arrival.AnswerArrived arrival -> images.take(arrival);
            case Arrival.LinkArrived arrival -> clusters.take(arrival);
            case Arrival.Unreadable arrival -> bury(arrival);
        }
    }

    private void bury(Arrival.Unreadable arrival) {
        burial.bury(
                        FailureStage.ENRICH_DESERIALIZE,
                        arrival.rejection(),
                        arrival.source(),
                        UnaryOperator.identity())
                .send(at.context(), burial.timestampFor(arrival.source()));
    }

    private static Sensor unawaited(ProcessorContext<?, ?> context) {
        return context.metrics()
                .addRateTotalSensor(
                        "image-answer",
                        context.taskId().toString(),
                        "unawaited",
                        Sensor.RecordingLevel.INFO);
    }
}
