package io.broadsheet.bench.sink;

import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.sink.SinkConfig;
import io.broadsheet.sink.SinkService;
import io.broadsheet.sink.StoreConfig;
import io.broadsheet.v1.EnrichedArticle;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The product's own sink, as it runs, from the beginning of the log into an empty schema.
 *
 * @param kafka holds the articles already
 * @param into an empty schema
 */
record SinkRun(KafkaAccess kafka, StoreConfig.PostgresServer into) {

    private static final long LOOK_NANOS = 1_000_000;

    /** Puts the load on its topic. */
    static void publish(KafkaAccess kafka, List<EnrichedArticle> articles) {
        try (var producer =
                new KafkaProducer<>(
                        kafka.producerProperties("bench"),
                        new StringSerializer(),
                        AvroSerde.of(Topics.ENRICHED, kafka.registry()).serializer())) {
            for (EnrichedArticle article : articles) {
                var _ =
                        producer.send(
                                new ProducerRecord<>(
                                        Topics.ENRICHED.name(), article.getArticleId(), article));
            }
        }
    }

    /** Over all but the first quarter, by when all workers have joined the group. */
    double rowsPerSecond(int count) {
        var letters = new DeadLetters("bench", "0", InstantSource.system());
        var stores = into.open("bench", InstantSource.system());
        try (var sink =
                new SinkService(kafka, stores, SinkConfig.defaults(), letters, ClaimStore.none())) {
            sink.start();
            int before = await(sink, count / 4);
            long start = System.nanoTime();
            await(sink, count);
            double seconds = (System.nanoTime() - start) / 1e9;
            return (count - before) / seconds;
        }
    }

    private static int await(SinkService sink, int count) {
        while (sink.counts().articles() < count) {
            if (sink.failure().isPresent()) {
                throw new IllegalStateException("the sink stopped", sink.failure().get());
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return sink.counts().articles();
    }
}
