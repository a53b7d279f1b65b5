package io.broadsheet.sink;

import io.broadsheet.sink.store.StoreResult.Counts;

import org.apache.kafka.common.TopicPartition;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** How far a sink has come, for others to look at while it works. */
final class SinkProgress {

    private final AtomicReference<Map<TopicPartition, Long>> position =
            new AtomicReference<>(Map.of());
    private final AtomicReference<Counts> counts = new AtomicReference<>(Counts.ZERO);

    private final AtomicReference<Optional<String>> obstacle =
            new AtomicReference<>(Optional.of("has no partitions yet"));

    /** Why nothing is stored at the moment, if so. */
    void hindered(Optional<String> reason) {
        obstacle.set(reason);
    }

    Optional<String> obstacle() {
        return obstacle.get();
    }

    void reached(Map<TopicPartition, Long> positions) {
        position.set(Map.copyOf(positions));
    }

    void stored(Counts more) {
        counts.accumulateAndGet(more, Counts::plus);
    }

    Map<TopicPartition, Long> position() {
        return position.get();
    }

    Counts counts() {
        return counts.get();
    }
}
