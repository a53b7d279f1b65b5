package io.broadsheet.sink;

import io.broadsheet.sink.store.StoreResult.Counts;

import org.apache.kafka.common.TopicPartition;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** How far a sink has come, for others to look at while it works. */
final class SinkProgress {

    private final AtomicReference<Map<TopicPartition, Long>> position =
            new AtomicReference<>(Map.of());
    private final AtomicReference<Counts> counts = new AtomicReference<>(Counts.ZERO);

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
