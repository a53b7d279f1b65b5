package io.broadsheet.operate.replay;

import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.LogScan;
import io.broadsheet.operate.cluster.Place;
import io.broadsheet.operate.cluster.RecordDecoder;
import io.broadsheet.operate.cluster.RecordDecoder.Decoded;
import io.broadsheet.operate.cluster.RecordVisitor.Next;
import io.broadsheet.operate.letters.FoundLetter;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.IngestCursor;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the log says about the originals of letters.
 *
 * @param topics all that there are
 * @param cursors of the documents that letters are about, by their key
 * @param newest of the keys that letters are about, the last record that can be read
 */
record LogFacts(
        Set<String> topics, Map<String, IngestCursor> cursors, Map<Versioned, Place> newest) {

    /**
     * Topics whose records are versions of what their key names. An old one written behind a newer
     * one would take its place.
     */
    private static final List<String> VERSIONED =
            List.of(Topics.RAW.name(), Topics.ENRICHED.name());

    /** A key of a partition. */
    record Versioned(TopicPartition partition, ByteBuffer key) {}

    static LogFacts about(Cluster cluster, Collection<FoundLetter> letters) {
        Set<String> topics = cluster.topics();
        return new LogFacts(topics, cursors(cluster, topics, letters), newest(cluster, letters));
    }

    /** The record that has taken the place of the original since; empty if there is none. */
    Optional<Place> overtaker(DeadLetter letter, Place origin) {
        if (letter.getOriginalKey() == null) {
            return Optional.empty();
        }
        Place last = newest.get(new Versioned(origin.topicPartition(), letter.getOriginalKey()));
        return Optional.ofNullable(last).filter(place -> place.offset() > origin.offset());
    }

    private static Map<String, IngestCursor> cursors(
            Cluster cluster, Set<String> topics, Collection<FoundLetter> letters) {
        Topic<IngestCursor> topic = Topics.INGEST_CURSORS;
        Map<String, IngestCursor> cursors = new HashMap<>();
        boolean wanted = letters.stream().anyMatch(it -> it.letter().getOrigin() == null);
        if (!wanted || !topics.contains(topic.name())) {
            return cursors;
        }
        Set<Optional<String>> documents = new HashSet<>();
        letters.forEach(it -> documents.add(Optional.ofNullable(it.letter().getUrl())));
        try (var serde = AvroSerde.of(topic, cluster.registry());
                LogScan scan = cluster.scan()) {
            scan.readAll(
                    cluster.partitions(topic.name()),
                    record -> {
                        String key = new String(record.key(), StandardCharsets.UTF_8);
                        IngestCursor cursor =
                                serde.deserializer().deserialize(topic.name(), record.value());
                        if (cursor == null) {
                            cursors.remove(key);
                        } else if (documents.contains(Optional.of(cursor.getDocument()))) {
                            cursors.put(key, cursor);
                        }
                        return Next.GO_ON;
                    });
        }
        return cursors;
    }

    private static Map<Versioned, Place> newest(Cluster cluster, Collection<FoundLetter> letters) {
        Map<TopicPartition, Long> from = new HashMap<>();
        Set<Versioned> keys = new HashSet<>();
        for (FoundLetter found : letters) {
            DeadLetter letter = found.letter();
            if (letter.getOrigin() != null
                    && letter.getOriginalKey() != null
                    && VERSIONED.contains(letter.getOrigin().getTopic())) {
                Place origin = Place.of(letter.getOrigin());
                from.merge(origin.topicPartition(), origin.offset(), Math::min);
                keys.add(new Versioned(origin.topicPartition(), letter.getOriginalKey()));
            }
        }
        return newest(cluster, from, keys);
    }

    private static Map<Versioned, Place> newest(
            Cluster cluster, Map<TopicPartition, Long> from, Set<Versioned> keys) {
        Map<Versioned, Place> newest = new HashMap<>();
        if (from.isEmpty()) {
            return newest;
        }
        RecordDecoder decoder = new RecordDecoder(cluster.registry());
        try (LogScan scan = cluster.scan()) {
            scan.read(
                    from,
                    record -> {
                        keyOf(record)
                                .filter(keys::contains)
                                .filter(key -> isReadable(decoder, record))
                                .ifPresent(key -> newest.put(key, Place.of(record)));
                        return Next.GO_ON;
                    });
        }
        return newest;
    }

    private static Optional<Versioned> keyOf(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(record.key())
                .map(key -> new Versioned(Place.of(record).topicPartition(), ByteBuffer.wrap(key)));
    }

    private static boolean isReadable(
            RecordDecoder decoder, ConsumerRecord<byte[], byte[]> record) {
        return switch (decoder.decode(record.topic(), record.value())) {
            case Decoded.Value _ -> true;
            // Deletes what is enriched; among raw articles it says nothing.
            case Decoded.Tombstone _ -> record.topic().equals(Topics.ENRICHED.name());
            case Decoded.Undecodable _ -> false;
        };
    }
}
