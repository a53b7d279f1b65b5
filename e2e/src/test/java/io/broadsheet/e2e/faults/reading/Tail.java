package io.broadsheet.e2e.faults.reading;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A reader of committed records that reads topics from their beginnings, and goes on. */
public final class Tail implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> committed;
    private final KafkaConsumer<String, byte[]> uncommitted;
    private final List<TopicPartition> partitions = new ArrayList<>();

    /** Begins at the beginning. */
    public Tail(String bootstrapServers, List<String> topics) {
        this(bootstrapServers, topics, Map.of());
    }

    /**
     * Begins at the given offsets.
     *
     * @param starts where to begin; where nothing is said, at the beginning
     */
    public Tail(String bootstrapServers, List<String> topics, Map<TopicPartition, Long> starts) {
        committed = consumer(bootstrapServers, "read_committed");
        uncommitted = consumer(bootstrapServers, "read_uncommitted");
        for (String topic : topics) {
            committed
                    .partitionsFor(topic)
                    .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        committed.assign(partitions);
        committed.seekToBeginning(partitions);
        for (TopicPartition partition : partitions) {
            Long start = starts.get(partition);
            if (start != null) {
                committed.seek(partition, start);
            }
        }
    }

    /** The ends of the partitions, undecided records included. */
    public Map<TopicPartition, Long> ends() {
        return uncommitted.endOffsets(partitions);
    }

    /** The ends of the partitions, as far as all records are decided. */
    public Map<TopicPartition, Long> decided() {
        return committed.endOffsets(partitions);
    }

    /** What has come. */
    public List<ConsumerRecord<String, byte[]>> poll() {
        return list(committed.poll(POLL));
    }

    /**
     * What comes until these offsets are reached, or the time is over.
     *
     * @param into is added to
     * @return whether they were reached
     */
    public boolean pollTo(
            Map<TopicPartition, Long> targets,
            Duration timeMax,
            List<ConsumerRecord<String, byte[]>> into) {
        long end = System.nanoTime() + timeMax.toNanos();
        while (!reached(targets) && System.nanoTime() - end < 0) {
            into.addAll(poll());
        }
        return reached(targets);
    }

    private boolean reached(Map<TopicPartition, Long> targets) {
        return targets.entrySet().stream()
                .allMatch(target -> committed.position(target.getKey()) >= target.getValue());
    }

    private static List<ConsumerRecord<String, byte[]>> list(
            ConsumerRecords<String, byte[]> records) {
        List<ConsumerRecord<String, byte[]>> list = new ArrayList<>();
        records.forEach(list::add);
        return list;
    }

    private static KafkaConsumer<String, byte[]> consumer(String servers, String isolation) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        try (committed;
                uncommitted) {
            partitions.clear();
        }
    }
}
