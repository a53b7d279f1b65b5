package io.broadsheet.operate.replay;

import org.apache.kafka.clients.producer.ProducerRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is committed at once. */
final class Batch {

    private static final long BYTES_MAX = 8L * 1024 * 1024;

    private final int stepsMax;
    private final List<Entry> entries = new ArrayList<>();
    private long bytes;

    /**
     * @param step what is done
     * @param record what is written for it beside its status; empty if nothing is
     */
    record Entry(Step step, Optional<ProducerRecord<byte[], byte[]>> record) {}

    Batch(int stepsMax) {
        this.stepsMax = stepsMax;
    }

    void add(Step step, Optional<ProducerRecord<byte[], byte[]>> record) {
        entries.add(new Entry(step, record));
        bytes += record.map(ProducerRecord::value).map(value -> value.length).orElse(0);
    }

    boolean isFull() {
        return entries.size() >= stepsMax || bytes >= BYTES_MAX;
    }

    List<Entry> entries() {
        return entries;
    }
}
