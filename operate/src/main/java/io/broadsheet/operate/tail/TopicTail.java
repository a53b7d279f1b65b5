package io.broadsheet.operate.tail;

import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.LogScan;
import io.broadsheet.operate.cluster.RecordDecoder;
import io.broadsheet.operate.cluster.RecordVisitor.Next;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.operate.tail.TailRequest.Start;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Shows the records of one topic. */
public final class TopicTail {

    private static final int FIRST_WINDOW = 16;

    private final Cluster cluster;
    private final TailRequest request;
    private final RecordDecoder decoder;
    private final Predicate<String> out;
    private long shown;

    /**
     * @param out takes what is shown, and says whether anybody still looks
     */
    public TopicTail(Cluster cluster, TailRequest request, Predicate<String> out) {
        this.cluster = cluster;
        this.request = request;
        this.decoder = new RecordDecoder(cluster.registry());
        this.out = out;
    }

    /**
     * Shows what is asked for.
     *
     * @throws ToolFailure if there is no such topic or partition
     */
    public void run() {
        List<TopicPartition> partitions = partitions();
        try (LogScan scan = request.follow() ? cluster.tail() : cluster.scan()) {
            switch (request.start()) {
                case Start.Beginning _ -> forward(scan, scan.begins(partitions));
                case Start.At(long offset) -> forward(scan, all(partitions, offset));
                case Start.End _ -> {
                    if (request.follow()) {
                        scan.follow(scan.ends(partitions), this::visit);
                    } else {
                        last(scan, partitions).forEach(this::show);
                    }
                }
            }
        }
    }

    private void forward(LogScan scan, Map<TopicPartition, Long> from) {
        if (request.follow()) {
            scan.follow(from, this::visit);
        } else {
            scan.read(from, this::visit);
        }
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> all = cluster.partitions(request.topic());
        if (request.partition().isEmpty()) {
            return all;
        }
        var wanted = new TopicPartition(request.topic(), request.partition().getAsInt());
        if (!all.contains(wanted)) {
            throw new ToolFailure(
                    "%s has the partitions 0 to %d".formatted(request.topic(), all.size() - 1));
        }
        return List.of(wanted);
    }

    private static Map<TopicPartition, Long> all(List<TopicPartition> partitions, long offset) {
        Map<TopicPartition, Long> from = new HashMap<>();
        partitions.forEach(partition -> from.put(partition, offset));
        return from;
    }

    /**
     * The last records, by time. Markers and compaction leave gaps between offsets, so the window
     * grows until enough is found in it, or all is read.
     */
    private List<ConsumerRecord<byte[], byte[]>> last(
            LogScan scan, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> begins = scan.begins(partitions);
        Map<TopicPartition, Long> ends = scan.ends(partitions);
        long window = request.key().isPresent() ? Long.MAX_VALUE / 8 : FIRST_WINDOW;
        while (true) {
            Map<TopicPartition, Long> from = new HashMap<>();
            for (TopicPartition partition : partitions) {
                long begin = begins.getOrDefault(partition, 0L);
                long end = ends.getOrDefault(partition, 0L);
                from.put(partition, Math.max(begin, end - window));
            }
            Window found = new Window(request.countMax());
            scan.read(from, found::take);
            if (from.equals(begins) || found.isFullWhere(from, begins)) {
                return found.byTime();
            }
            window *= 8;
        }
    }

    /** The last matching records of each partition, as many as are wanted. */
    private final class Window {

        private final long countMax;
        private final Map<Integer, Deque<ConsumerRecord<byte[], byte[]>>> kept = new HashMap<>();

        Window(long countMax) {
            this.countMax = countMax;
        }

        Next take(ConsumerRecord<byte[], byte[]> record) {
            if (matches(record)) {
                var partition = kept.computeIfAbsent(record.partition(), _ -> new ArrayDeque<>());
                partition.add(record);
                if (partition.size() > countMax) {
                    partition.remove();
                }
            }
            return Next.GO_ON;
        }

        /** Whether no partition can have more that belongs to the last ones by time. */
        boolean isFullWhere(Map<TopicPartition, Long> from, Map<TopicPartition, Long> begins) {
            return from.entrySet().stream()
                    .filter(start -> !start.getValue().equals(begins.get(start.getKey())))
                    .map(Map.Entry::getKey)
                    .map(partition -> kept.getOrDefault(partition.partition(), new ArrayDeque<>()))
                    .allMatch(found -> found.size() >= countMax);
        }

        List<ConsumerRecord<byte[], byte[]>> byTime() {
            List<ConsumerRecord<byte[], byte[]>> sorted =
                    kept.values().stream()
                            .flatMap(Deque::stream)
                            .sorted(
                                    Comparator.<ConsumerRecord<byte[], byte[]>>comparingLong(
                                                    ConsumerRecord::timestamp)
                                            .thenComparingInt(ConsumerRecord::partition)
                                            .thenComparingLong(ConsumerRecord::offset))
                            .toList();
            int skipped = (int) Math.max(0, sorted.size() - countMax);
            return sorted.subList(skipped, sorted.size());
        }
    }

    private Next visit(ConsumerRecord<byte[], byte[]> record) {
        if (!matches(record)) {
            return Next.GO_ON;
        }
        boolean looking = show(record);
        return looking && shown < request.countMax() ? Next.GO_ON : Next.STOP;
    }

    private boolean matches(ConsumerRecord<byte[], byte[]> record) {
        return request.key()
                .map(key -> key.getBytes(StandardCharsets.UTF_8))
                .map(key -> Arrays.equals(key, record.key()))
                .orElse(true);
    }

    private boolean show(ConsumerRecord<byte[], byte[]> record) {
        shown++;
        var line = new ShownRecord(record, decoder.decode(record.topic(), record.value()));
        return out.test(request.json() ? line.json().toString() : line.text());
    }
}
