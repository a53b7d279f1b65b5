package io.broadsheet.operate.replay;

import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.LogScan;
import io.broadsheet.operate.cluster.RecordVisitor.Next;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.ArticleOutcome;
import io.broadsheet.v1.OutcomeKind;
import io.broadsheet.v1.RecordRef;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads in the ledger what became of raw records that were written back. Used by one thread. */
public final class Aftermath implements AutoCloseable {

    private final Cluster cluster;
    private final LogScan scan;
    private final Deserializer<ArticleOutcome> outcomes;
    private final Map<TopicPartition, Long> next = new HashMap<>();

    /** From now on; opened before the first record is written back. */
    public Aftermath(Cluster cluster) {
        this.cluster = cluster;
        this.outcomes = AvroSerde.of(Topics.OUTCOMES, cluster.registry()).deserializer();
        if (cluster.topics().contains(Topics.OUTCOMES.name())) {
            try (LogScan now = cluster.scan()) {
                next.putAll(now.ends(cluster.partitions(Topics.OUTCOMES.name())));
            }
        }
        this.scan = cluster.tail();
    }

    /**
     * The outcomes that are known by then; those of all records if it takes no longer. May be asked
     * again, of records that were written later.
     *
     * @param written raw records
     */
    public Map<RecordRef, OutcomeKind> await(Set<RecordRef> written, Duration waitMax) {
        Map<RecordRef, OutcomeKind> found = new HashMap<>();
        Instant giveUp = cluster.clock().instant().plus(waitMax);
        if (written.isEmpty() || next.isEmpty()) {
            return found;
        }
        scan.follow(
                Map.copyOf(next),
                record -> {
                    var place = new TopicPartition(record.topic(), record.partition());
                    next.put(place, record.offset() + 1);
                    ArticleOutcome outcome = outcomes.deserialize(record.topic(), record.value());
                    if (outcome != null && written.contains(outcome.getRawRef())) {
                        found.put(outcome.getRawRef(), outcome.getKind());
                    }
                    return found.size() == written.size() ? Next.STOP : Next.GO_ON;
                },
                _ -> cluster.clock().instant().isBefore(giveUp));
        return found;
    }

    @Override
    public void close() {
        scan.close();
    }
}
