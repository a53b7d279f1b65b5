package io.broadsheet.app.pipeline;

import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.ArticleOutcome;
import io.broadsheet.v1.OutcomeKind;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the raw records that were published after this was opened. Read from the topic, so
 * it is true whatever died in between.
 */
final class Ledger implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<String, ArticleOutcome> outcomes;
    private final Map<Integer, Long> rawStart = new HashMap<>();
    private final Map<OutcomeKind, Long> counts = new EnumMap<>(OutcomeKind.class);
    private long total;

    Ledger(KafkaAccess kafka) {
        outcomes =
                new KafkaConsumer<>(
                        kafka.consumerProperties("broadsheet-ledger", "broadsheet-ledger"),
                        new StringDeserializer(),
                        AvroSerde.of(Topics.OUTCOMES, kafka.registry()).deserializer());
        outcomes.endOffsets(partitionsOf(Topics.RAW.name()))
                .forEach((partition, end) -> rawStart.put(partition.partition(), end));
        List<TopicPartition> partitions = partitionsOf(Topics.OUTCOMES.name());
        outcomes.assign(partitions);
        outcomes.seekToEnd(partitions);
        partitions.forEach(outcomes::position); // the end as it is now, not at the first poll
    }

    /** Reads on for a moment. */
    void readOn() {
        for (var found : outcomes.poll(POLL)) {
            ArticleOutcome outcome = found.value();
            var raw = outcome.getRawRef();
            if (raw.getTopic().equals(Topics.RAW.name())
                    && raw.getOffset() >= rawStart.getOrDefault(raw.getPartition(), 0L)) {
                counts.merge(outcome.getKind(), 1L, Long::sum);
                total++;
            }
        }
    }

    /** How many raw records have their outcome. */
    long total() {
        return total;
    }

    long count(OutcomeKind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** Where each raw partition ended when this was opened. */
    Map<Integer, Long> rawStart() {
        return Map.copyOf(rawStart);
    }

    private List<TopicPartition> partitionsOf(String topic) {
        return outcomes.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    @Override
    public void close() {
        outcomes.close(
                CloseOptions.timeout(Duration.ZERO)); // there is nothing to be said goodbye to
    }
}
