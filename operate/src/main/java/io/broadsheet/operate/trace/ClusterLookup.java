package io.broadsheet.operate.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.Keys;
import io.broadsheet.operate.cluster.LogScan;
import io.broadsheet.operate.cluster.RecordDecoder;
import io.broadsheet.operate.cluster.RecordDecoder.Decoded;
import io.broadsheet.operate.cluster.RecordText;
import io.broadsheet.operate.cluster.RecordVisitor.Next;
import io.broadsheet.schemas.Topics;

import org.apache.kafka.common.TopicPartition;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Finds who says nearly the same as an article. */
public final class ClusterLookup {

    private final Cluster cluster;

    /**
     * @param cluster where the topics are
     */
    public ClusterLookup(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * The latest that is known of one, under the contract's names; empty if there is none, or it
     * went into another one.
     */
    public Optional<ObjectNode> find(String clusterId) {
        String topic = Topics.CLUSTERS.name();
        if (!cluster.topics().contains(topic)) {
            return Optional.empty();
        }
        RecordDecoder decoder = new RecordDecoder(cluster.registry());
        TopicPartition partition = Keys.partitionOf(clusterId, cluster.partitions(topic));
        var latest = new AtomicReference<Optional<ObjectNode>>(Optional.empty());
        try (LogScan scan = cluster.scan()) {
            scan.readAll(
                    List.of(partition),
                    record -> {
                        if (clusterId.equals(Keys.text(record.key()))) {
                            latest.set(read(decoder.decode(topic, record.value())));
                        }
                        return Next.GO_ON;
                    });
        }
        return latest.get();
    }

    private static Optional<ObjectNode> read(Decoded decoded) {
        return decoded instanceof Decoded.Value(var value)
                ? Optional.of(RecordText.json(value))
                : Optional.empty();
    }
}
