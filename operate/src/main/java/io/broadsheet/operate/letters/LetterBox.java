package io.broadsheet.operate.letters;

import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.LogScan;
import io.broadsheet.operate.cluster.Place;
import io.broadsheet.operate.cluster.RecordVisitor.Next;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.DeadLetterStatus;

import org.apache.kafka.common.TopicPartition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The dead letters of a cluster, read from their topics whenever they are asked for. */
public final class LetterBox {

    private final Cluster cluster;
    private final List<TopicPartition> partitions;
    private final LetterReader reader;

    /**
     * @param topics of dead letters, of ours or of other tools; empty for all of ours
     * @throws ToolFailure if one is not there
     */
    public LetterBox(Cluster cluster, List<String> topics) {
        this.cluster = cluster;
        this.reader = new LetterReader(cluster.registry());
        this.partitions =
                (topics.isEmpty() ? ours(cluster) : topics)
                        .stream().flatMap(topic -> cluster.partitions(topic).stream()).toList();
    }

    private static List<String> ours(Cluster cluster) {
        Set<String> present = cluster.topics();
        List<String> topics =
                Topics.ALL.stream()
                        .filter(topic -> topic.type().equals(DeadLetter.class))
                        .map(Topic::name)
                        .filter(present::contains)
                        .toList();
        if (topics.isEmpty()) {
            throw new ToolFailure(
                    "this cluster has no topics of dead letters; `broadsheet topics create` makes"
                            + " them, --topic names others");
        }
        return topics;
    }

    /** Shows every letter, also repeated ones, in the order of each partition. */
    public void each(Consumer<FoundLetter> visitor) {
        try (LogScan scan = cluster.scan()) {
            scan.readAll(
                    partitions,
                    record -> {
                        reader.read(record).ifPresent(visitor);
                        return Next.GO_ON;
                    });
        }
    }

    /**
     * The last failure of each letter that is wanted, by id, without values and stack traces: so it
     * may be as many as memory has half kilobytes.
     */
    public Map<String, FoundLetter> latest(Predicate<LetterFacts> wanted) {
        Map<String, FoundLetter> latest = new HashMap<>();
        each(found -> {
            if (wanted.test(found.facts())) {
                latest.merge(
                        found.facts().id(),
                        found.light(),
                        (one, other) ->
                                other.facts().failedAt().isBefore(one.facts().failedAt())
                                        ? one
                                        : other);
            }
        });
        return latest;
    }

    /** The last failure of one letter, whole; empty if there is none. */
    public Optional<FoundLetter> find(String id) {
        List<FoundLetter> found = new ArrayList<>();
        each(letter -> {
            boolean later =
                    found.isEmpty()
                            || !letter.facts()
                                    .failedAt()
                                    .isBefore(found.getFirst().facts().failedAt());
            if (letter.facts().id().equals(id) && later) {
                found.clear();
                found.add(letter);
            }
        });
        return found.stream().findFirst();
    }

    /** Shows letters at these places, whole, in the order of each partition. */
    public void at(Set<Place> places, Consumer<FoundLetter> visitor) {
        Map<TopicPartition, Long> from = new HashMap<>();
        Map<TopicPartition, Long> last = new HashMap<>();
        places.forEach(place -> {
            from.merge(place.topicPartition(), place.offset(), Math::min);
            last.merge(place.topicPartition(), place.offset(), Math::max);
        });
        try (LogScan scan = cluster.scan()) {
            scan.read(
                    from,
                    record -> {
                        var place = Place.of(record);
                        if (places.contains(place)) {
                            reader.read(record).ifPresent(visitor);
                        }
                        return record.offset() >= last.getOrDefault(place.topicPartition(), 0L)
                                ? Next.LEAVE_PARTITION
                                : Next.GO_ON;
                    });
        }
    }

    /** What was done about each letter of which anything was, by id. */
    public Map<String, DeadLetterStatus> statuses() {
        Map<String, DeadLetterStatus> statuses = new HashMap<>();
        String topic = Topics.DEAD_LETTER_STATUS.name();
        if (!cluster.topics().contains(topic)) {
            return statuses;
        }
        try (var serde = AvroSerde.of(Topics.DEAD_LETTER_STATUS, cluster.registry());
                LogScan scan = cluster.scan()) {
            scan.readAll(
                    cluster.partitions(topic),
                    record -> {
                        DeadLetterStatus status =
                                serde.deserializer().deserialize(topic, record.value());
                        if (status != null) {
                            statuses.put(status.getDeadLetterId(), status);
                        }
                        return Next.GO_ON;
                    });
        }
        return statuses;
    }
}
