package io.broadsheet.sink;

import io.broadsheet.sink.SinkStoppedException.Code;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.Batch.Span;
import io.broadsheet.sink.store.Claim;
import io.broadsheet.sink.store.ClaimResult;
import io.broadsheet.sink.store.LogStart;
import io.broadsheet.sink.store.Unavailable;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.RetriableException;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The partitions of this sink. One that is assigned stays paused until the store has given us the
 * claim to it and the consumer stands where the store says; Kafka's own committed offset is never
 * asked.
 */
final class Claims {

    private final Consumer<byte[], byte[]> consumer;
    private final ArticleStore store;
    private final TopicIds topicIds;
    private final Map<TopicPartition, Claim> claimed = new LinkedHashMap<>();
    private final Set<TopicPartition> waiting = new LinkedHashSet<>();

    Claims(Consumer<byte[], byte[]> consumer, ArticleStore store, TopicIds topicIds) {
        this.consumer = consumer;
        this.store = store;
        this.topicIds = topicIds;
    }

    /** Takes note of new partitions. */
    void assigned(Collection<TopicPartition> partitions) {
        // A position, any position: without one, poll would ask Kafka for a committed offset.
        partitions.forEach(partition -> consumer.seek(partition, 0));
        consumer.pause(partitions);
        waiting.addAll(partitions);
    }

    /** Lets go of partitions that someone else has now, or will have. */
    void revoked(Collection<TopicPartition> partitions) {
        claimed.keySet().removeAll(partitions);
        waiting.removeAll(partitions);
    }

    /**
     * Claims what is assigned and not yet claimed.
     *
     * @return what stands in the way, if anything does
     * @throws SinkStoppedException if the store's offsets do not belong to these logs
     */
    Optional<Unavailable> claimNew() {
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<LogStart> starts = starts(List.copyOf(waiting));
            return switch (store.claim(starts)) {
                case ClaimResult.Claimed(var claims) -> {
                    take(claims, starts);
                    yield Optional.empty();
                }
                case Unavailable obstacle -> Optional.of(obstacle);
            };
        } catch (RetriableException e) {
            return Optional.of(new Unavailable("Kafka: " + e.getMessage()));
        }
    }

    /** Which partitions may be polled. */
    Set<TopicPartition> partitions() {
        return claimed.keySet();
    }

    /** The steps that carry partitions to these offsets. */
    List<Span> spansTo(Map<TopicPartition, Long> next) {
        List<Span> spans = new ArrayList<>();
        next.forEach((partition, offset) -> spans.add(new Span(claimOf(partition), offset)));
        return spans;
    }

    /** Takes note that steps are stored. */
    void stored(List<Span> spans) {
        for (Span span : spans) {
            claimed.put(span.claim().partition(), span.claim().at(span.nextOffset()));
        }
    }

    /** For each claimed partition: everything below this offset is stored. */
    Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        claimed.forEach((partition, claim) -> positions.put(partition, claim.nextOffset()));
        return positions;
    }

    private Claim claimOf(TopicPartition partition) {
        return Objects.requireNonNull(claimed.get(partition), "polled without a claim");
    }

    private List<LogStart> starts(List<TopicPartition> partitions) {
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Set<String> topics =
                partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet());
        Map<String, Uuid> ids = topicIds.of(topics);
        List<LogStart> starts = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            Uuid id = ids.getOrDefault(partition.topic(), Uuid.ZERO_UUID);
            starts.add(new LogStart(partition, id, begins.getOrDefault(partition, 0L)));
        }
        return starts;
    }

    /**
     * The ends are asked for after the claim, when nobody else moves the stored offsets any more.
     */
    private void take(List<Claim> claims, List<LogStart> starts) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(List.copyOf(waiting));
        for (int i = 0; i < claims.size(); i++) {
            verify(claims.get(i), starts.get(i), ends.getOrDefault(starts.get(i).partition(), 0L));
        }
        for (Claim claim : claims) {
            consumer.seek(claim.partition(), claim.nextOffset());
            claimed.put(claim.partition(), claim);
            waiting.remove(claim.partition());
        }
    }

    private static void verify(Claim claim, LogStart log, long end) {
        boolean same = claim.topicId().equals(log.topicId());
        boolean within = claim.nextOffset() >= log.firstOffset() && claim.nextOffset() <= end;
        if (same && within) {
            return;
        }
        throw new SinkStoppedException(
                Code.SINK_OFFSET_MISMATCH,
                "topic %s was re-created or truncated: stored %d of topic %s, log %d..%d of topic %s"
                                .formatted(
                                        claim.partition(),
                                        claim.nextOffset(),
                                        claim.topicId(),
                                        log.firstOffset(),
                                        end,
                                        log.topicId())
                        + ". Records may be missing between the two, so nothing was skipped or"
                        + " repeated. Point the sink at the store that belongs to this cluster, or"
                        + " move the store away: a new one is filled from the beginning of the log");
    }
}
