package io.broadsheet.operate.trace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.Keys;
import io.broadsheet.operate.cluster.LogScan;
import io.broadsheet.operate.cluster.Place;
import io.broadsheet.operate.cluster.RecordDecoder;
import io.broadsheet.operate.cluster.RecordDecoder.Decoded;
import io.broadsheet.operate.cluster.RecordText;
import io.broadsheet.operate.cluster.RecordVisitor.Next;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds records by their keys, reading only the partitions where these lie. */
final class KeyedRecords implements AutoCloseable {

    private final Cluster cluster;
    private final RecordDecoder decoder;
    private final Set<String> topics;
    private final LogScan scan;

    KeyedRecords(Cluster cluster) {
        this.cluster = cluster;
        this.decoder = new RecordDecoder(cluster.registry());
        this.topics = cluster.topics();
        this.scan = cluster.scan();
    }

    /** All records of these keys, from the partitions of these keys. */
    List<Stop> of(StopKind kind, Collection<String> keys) {
        List<TopicPartition> all = partitions(kind);
        if (all.isEmpty() || keys.isEmpty()) {
            return List.of();
        }
        Set<TopicPartition> partitions =
                keys.stream().map(key -> Keys.partitionOf(key, all)).collect(Collectors.toSet());
        Set<String> wanted = Set.copyOf(keys);
        return read(kind, partitions, key -> wanted.contains(key));
    }

    /** All records whose keys match, wherever they lie. */
    List<Stop> anywhere(StopKind kind, Predicate<String> keys) {
        return read(kind, partitions(kind), keys);
    }

    private List<TopicPartition> partitions(StopKind kind) {
        String topic = kind.topic();
        return topics.contains(topic) ? cluster.partitions(topic) : List.of();
    }

    private List<Stop> read(
            StopKind kind, Collection<TopicPartition> partitions, Predicate<String> keys) {
        List<Stop> stops = new ArrayList<>();
        scan.readAll(
                partitions,
                record -> {
                    String key = Keys.text(record.key());
                    if (key != null && keys.test(key)) {
                        stops.add(stop(kind, record));
                    }
                    return Next.GO_ON;
                });
        return stops;
    }

    /** A record as a stop. */
    Stop stop(StopKind kind, ConsumerRecord<byte[], byte[]> record) {
        ObjectNode json =
                switch (decoder.decode(record.topic(), record.value())) {
                    case Decoded.Value(var value) -> RecordText.json(value);
                    case Decoded.Tombstone _ -> marked("deleted", "the key");
                    case Decoded.Undecodable(var why) -> marked("undecodable", why);
                };
        Instant time =
                kind.time(json)
                        .map(Instant::parse)
                        .orElseGet(() -> Instant.ofEpochMilli(record.timestamp()));
        return new Stop(kind, time, Place.of(record), json, TraceId.of(record));
    }

    private static ObjectNode marked(String field, String text) {
        return JsonNodeFactory.instance.objectNode().put(field, text);
    }

    @Override
    public void close() {
        scan.close();
    }
}
