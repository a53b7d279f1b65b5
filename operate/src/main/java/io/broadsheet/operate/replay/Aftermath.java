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
import org.apache.kafka.common.errors.InterruptException;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads in the ledger what became of raw records that were written back. */
public final class Aftermath {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Cluster cluster;
    private final Map<TopicPartition, Long> next = new HashMap<>();

    /** From now on; opened before the first record is written back. */
    public Aftermath(Cluster cluster) {
        this.cluster = cluster;
        if (cluster.topics().contains(Topics.OUTCOMES.name())) {
            try (LogScan scan = cluster.scan()) {
                next.putAll(scan.ends(cluster.partitions(Topics.OUTCOMES.name())));
            }
        }
    }

    /**
     * The outcomes that are known by then; those of all records if it takes no longer.
     *
     * @param written raw records
     */
    public Map<RecordRef, OutcomeKind> await(Set<RecordRef> written, Duration waitMax) {
        Map<RecordRef, OutcomeKind> outcomes = new HashMap<>();
        Instant giveUp = cluster.clock().instant().plus(waitMax);
        try (var serde = AvroSerde.of(Topics.OUTCOMES, cluster.registry());
                LogScan scan = cluster.scan()) {
            while (outcomes.size() < written.size() && cluster.clock().instant().isBefore(giveUp)) {
                scan.read(
                        Map.copyOf(next),
                        record -> {
                            next.put(
                                    new TopicPartition(record.topic(), record.partition()),
                                    record.offset() + 1);
                            ArticleOutcome outcome =
                                    serde.deserializer()
                                            .deserialize(record.topic(), record.value());
                            if (outcome != null && written.contains(outcome.getRawRef())) {
                                outcomes.put(outcome.getRawRef(), outcome.getKind());
                            }
                            return Next.GO_ON;
                        });
                pause();
            }
        }
        return outcomes;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
