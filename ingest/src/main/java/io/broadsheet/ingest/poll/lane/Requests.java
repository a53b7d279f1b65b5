package io.broadsheet.ingest.poll.lane;

import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.serde.AvroCorruptException;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.FetchRequest;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The group's consumer of fetch requests: it says which lanes are ours, and what is asked of them.
 * A request stays pending until it is done; offsets go only as far as there is none pending before
 * them. Used by one thread.
 */
public final class Requests implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    private final Consumer<byte[], byte[]> consumer;
    private final Deserializer<FetchRequest> reader;
    private final Lanes lanes = new Lanes();
    private final Map<TopicPartition, TreeSet<Long>> pending = new HashMap<>();

    /**
     * A request and its place.
     *
     * @param partition where it lies
     * @param offset where it lies
     * @param request what is asked
     */
    public record Received(TopicPartition partition, long offset, FetchRequest request) {}

    /**
     * @param consumer a member of the group, not subscribed yet; closed with this
     */
    public Requests(Consumer<byte[], byte[]> consumer, SchemaRegistry registry) {
        this.consumer = consumer;
        this.reader = AvroSerde.of(Topics.FETCH_REQUESTS, registry).deserializer();
        consumer.subscribe(List.of(Topics.FETCH_REQUESTS.name()), new Rebalances());
    }

    /**
     * What was asked since the last time, all of it pending from now on.
     *
     * @param more whether there is room for more; what is not taken now is taken later
     */
    public List<Received> poll(Duration longest, boolean more) {
        if (more) {
            consumer.resume(consumer.paused());
        } else {
            consumer.pause(consumer.assignment());
        }
        List<Received> received = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(longest)) {
            var partition = new TopicPartition(record.topic(), record.partition());
            try {
                FetchRequest request = reader.deserialize(record.topic(), record.value());
                pending.computeIfAbsent(partition, _ -> new TreeSet<>()).add(record.offset());
                received.add(new Received(partition, record.offset(), request));
            } catch (AvroCorruptException e) {
                LOG.atWarn()
                        .addKeyValue("partition", partition)
                        .addKeyValue("offset", record.offset())
                        .addKeyValue("error", e.getMessage())
                        .log("a fetch request cannot be read and is passed over");
            }
        }
        return received;
    }

    /** Which lanes are ours. */
    public Lanes lanes() {
        return lanes;
    }

    /** The lanes that were assigned are worked on from now on. */
    public void openLanes(Instant now) {
        Set<Integer> assigned =
                consumer.assignment().stream()
                        .map(TopicPartition::partition)
                        .collect(Collectors.toSet());
        lanes.open(assigned, consumer.partitionsFor(Topics.FETCH_REQUESTS.name()).size(), now);
    }

    /** Whether it is ours to deal with still: else its lane has another owner, who gets it too. */
    public boolean isOurs(Received received) {
        return pending.getOrDefault(received.partition(), new TreeSet<>())
                .contains(received.offset());
    }

    /** It is done, or will never be. */
    public void done(Received received) {
        pending.getOrDefault(received.partition(), new TreeSet<>()).remove(received.offset());
    }

    /** How far each of our partitions is done. */
    public Map<TopicPartition, OffsetAndMetadata> offsets() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            TreeSet<Long> open = pending.getOrDefault(partition, new TreeSet<>());
            long next = open.isEmpty() ? consumer.position(partition) : open.first();
            offsets.put(partition, new OffsetAndMetadata(next));
        }
        return offsets;
    }

    /** Which generation of the group we are of: an older one commits nothing. */
    public ConsumerGroupMetadata generation() {
        return consumer.groupMetadata();
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** Called within poll, so on the loop's own thread. */
    private final class Rebalances implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                lanes.gained();
            }
        }

        /** What is under way is given up: the next owner does it again. */
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(pending::remove);
            lanes.lost(partitions.stream().map(TopicPartition::partition).toList());
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            onPartitionsRevoked(partitions);
        }
    }
}
