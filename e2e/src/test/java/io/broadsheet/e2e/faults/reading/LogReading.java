package io.broadsheet.e2e.faults.reading;

import io.broadsheet.e2e.faults.check.Evidence;
import io.broadsheet.e2e.faults.check.Found;
import io.broadsheet.e2e.faults.check.Place;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.EnrichedArticle;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that lies on the topics, from the beginning, committed records only. */
public final class LogReading {

    private static final Duration TIME_MAX = Duration.ofSeconds(60);

    private final String bootstrapServers;
    private final Decoder decoder;
    private final Map<TopicPartition, Long> starts;
    private final List<Found.Stuck> stuck = new ArrayList<>();

    private LogReading(String bootstrapServers, Decoder decoder, Map<TopicPartition, Long> starts) {
        this.bootstrapServers = bootstrapServers;
        this.decoder = decoder;
        this.starts = starts;
    }

    /** Reads everything. */
    public static Evidence.Log read(String bootstrapServers, Decoder decoder) {
        return read(bootstrapServers, decoder, Map.of());
    }

    /**
     * Reads.
     *
     * @param starts where to begin; where nothing is said, at the beginning
     */
    public static Evidence.Log read(
            String bootstrapServers, Decoder decoder, Map<TopicPartition, Long> starts) {
        return new LogReading(bootstrapServers, decoder, starts).read();
    }

    private Evidence.Log read() {
        List<Found.Raw> raws =
                records(Topics.RAW).stream().map(decoder::raw).flatMap(Optional::stream).toList();
        List<Found.Outcome> outcomes =
                records(Topics.OUTCOMES).stream().map(decoder::outcome).toList();
        List<Found.Letter> letters = new ArrayList<>();
        List<Found.NoLetter> noLetters = new ArrayList<>();
        for (Topic<DeadLetter> topic : Decoder.LETTERS) {
            for (ConsumerRecord<String, byte[]> record : records(topic)) {
                switch (decoder.letter(topic, record)) {
                    case Found.Letter letter -> letters.add(letter);
                    case Found.NoLetter other -> noLetters.add(other);
                    case Found other -> throw new IllegalStateException(other.toString());
                }
            }
        }
        List<Found.Cursor> cursors =
                records(Topics.INGEST_CURSORS).stream().map(decoder::cursor).toList();
        return new Evidence.Log(
                raws,
                outcomes,
                versions(Topics.REVISIONS),
                versions(Topics.ENRICHED),
                letters,
                noLetters,
                cursors,
                List.copyOf(stuck));
    }

    private List<Found.Version> versions(Topic<EnrichedArticle> topic) {
        return records(topic).stream().map(record -> decoder.version(topic, record)).toList();
    }

    private List<ConsumerRecord<String, byte[]>> records(Topic<?> topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var tail = new Tail(bootstrapServers, List.of(topic.name()), starts)) {
            Map<TopicPartition, Long> ends = tail.ends();
            Map<TopicPartition, Long> decided = tail.decided();
            ends.forEach((partition, end) -> {
                long offset = decided.getOrDefault(partition, 0L);
                if (offset < end) {
                    Place place = new Place(partition.topic(), partition.partition(), offset);
                    stuck.add(new Found.Stuck(place, end));
                }
            });
            if (!tail.pollTo(decided, TIME_MAX, records)) {
                throw new IllegalStateException(topic.name() + " cannot be read to its end");
            }
        }
        return records;
    }
}
