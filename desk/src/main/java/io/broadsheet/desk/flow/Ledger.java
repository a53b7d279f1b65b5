package io.broadsheet.desk.flow;

import io.broadsheet.desk.watch.Follower;
import io.broadsheet.desk.watch.Values;
import io.broadsheet.operate.cluster.Place;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.v1.ArticleOutcome;
import io.broadsheet.v1.OutcomeKind;
import io.broadsheet.v1.RecordRef;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts what became of each raw record, by its place: an outcome that is told twice counts once,
 * and one of a record that was not read is not counted. Of raw records only the place is looked at.
 */
public final class Ledger implements Follower {

    private static final String RAW = Topics.RAW.name();

    private final Values<ArticleOutcome> outcomes;
    private final Map<Integer, RawPartition> raw = new HashMap<>();
    private final Map<OutcomeKind, Long> counts = new EnumMap<>(OutcomeKind.class);
    private long read;
    private boolean whole = true;

    /**
     * @param registry knows the schemas
     */
    public Ledger(SchemaRegistry registry) {
        this.outcomes = new Values<>(Topics.OUTCOMES, registry);
    }

    @Override
    public Set<String> topics() {
        return Set.of(RAW, Topics.OUTCOMES.name());
    }

    @Override
    public synchronized void startsAt(Map<TopicPartition, Long> offsets) {
        offsets.forEach((partition, offset) -> {
            if (partition.topic().equals(RAW)) {
                raw.put(partition.partition(), new RawPartition(offset));
                whole &= offset == 0;
            }
        });
    }

    @Override
    public synchronized void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(RAW)) {
            read += partition(record.partition()).read(record.offset()) ? 1 : 0;
        } else {
            outcomes.of(record).ifPresent(this::decide);
        }
    }

    private void decide(ArticleOutcome outcome) {
        RecordRef of = outcome.getRawRef();
        if (of.getTopic().equals(RAW) && partition(of.getPartition()).decide(of.getOffset())) {
            counts.merge(outcome.getKind(), 1L, Long::sum);
        }
    }

    private RawPartition partition(int number) {
        return raw.computeIfAbsent(number, _ -> new RawPartition(0));
    }

    /**
     * As it is now.
     *
     * @param letters documents that never became a record, and articles that no store took
     */
    synchronized Account account(BuriedOutside letters) {
        return new Account(
                read + letters.beforeRaw(),
                count(OutcomeKind.ENRICHED) - letters.byStores(),
                count(OutcomeKind.UNCHANGED) + count(OutcomeKind.SUPERSEDED),
                count(OutcomeKind.DUPLICATE),
                count(OutcomeKind.BURIED) + letters.beforeRaw() + letters.byStores(),
                raw.values().stream().mapToLong(RawPartition::underWay).sum(),
                oldest(),
                whole);
    }

    private long count(OutcomeKind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    private Optional<Place> oldest() {
        return raw.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().oldestUnderWay().stream()
                                .mapToObj(offset -> new Place(RAW, entry.getKey(), offset)))
                .min(Comparator.comparingLong(Place::offset));
    }

    /**
     * Letters that the outcomes do not tell of.
     *
     * @param beforeRaw documents that never became a raw record
     * @param byStores articles that a store refused
     */
    public record BuriedOutside(long beforeRaw, long byStores) {}
}
