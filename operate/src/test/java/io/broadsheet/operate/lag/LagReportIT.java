package io.broadsheet.operate.lag;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.InMemorySchemaRegistry;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lag on a real broker, with the markers of real transactions. */
class LagReportIT {

    private static final String GROUP = "readers";
    private static final TopicPartition PARTITION = new TopicPartition(Topics.RAW.name(), 1);
    private static final Duration AGE = Duration.ofMinutes(10);

    @TempDir Path directory;
    private final InstantSource clock = InstantSource.system();
    private EmbeddedPlatform platform;
    private Cluster cluster;

    @BeforeEach
    void startWithOneRecordAndItsMarker() {
        platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(directory));
        cluster =
                Cluster.open(
                        new KafkaAccess(
                                platform.bootstrapServers(),
                                new InMemorySchemaRegistry(),
                                Map.of()),
                        clock);
        produce();
    }

    private void produce() {
        try (Producer<byte[], byte[]> producer = cluster.producer("test")) {
            producer.beginTransaction();
            var _ =
                    producer.send(
                            new ProducerRecord<>(
                                    PARTITION.topic(),
                                    PARTITION.partition(),
                                    clock.instant().minus(AGE).toEpochMilli(),
                                    new byte[] {1},
                                    new byte[] {1}));
            producer.commitTransaction();
        }
    }

    @AfterEach
    void stop() {
        cluster.close();
        platform.close();
    }

    @Test
    void aMarkerBehindTheLastRecordIsNoLag() throws Exception {
        commit(1);

        PartitionLag lag = lag(1);

        assertThat(lag.end()).isEqualTo(2);
        assertThat(lag.records()).isZero();
        assertThat(lag.age()).isEmpty();
    }

    @Test
    void anUnreadRecordIsAsFarBehindAsItIsOld() throws Exception {
        commit(0);

        PartitionLag lag = lag(1);

        assertThat(lag.records()).isPositive();
        assertThat(lag.age().orElseThrow()).isBetween(AGE, AGE.plusMinutes(2));
    }

    @Test
    void aPartitionOfWhichNothingIsCommittedIsReadFromItsBeginning() throws Exception {
        cluster.admin()
                .alterConsumerGroupOffsets(
                        GROUP,
                        Map.of(new TopicPartition(PARTITION.topic(), 0), new OffsetAndMetadata(0)))
                .all()
                .get();

        assertThat(lag(1).committed()).isEmpty();
        assertThat(lag(1).records()).isPositive();
        assertThat(lag(0).records()).isZero();
    }

    @Test
    void whoAsksAgainSeesWhatWasReadAndWhatCame() throws Exception {
        var report = new LagReport(cluster);
        commit(0);
        assertThat(lag(report, 1).records()).isPositive();
        assertThat(lag(report, 1).age().orElseThrow()).isBetween(AGE, AGE.plusMinutes(2));

        commit(1);
        assertThat(lag(report, 1).records()).isZero();
        assertThat(lag(report, 1).age()).isEmpty();

        produce();
        assertThat(lag(report, 1).records()).isPositive();
        assertThat(lag(report, 1).age().orElseThrow()).isBetween(AGE, AGE.plusMinutes(2));
    }

    private void commit(long offset) throws Exception {
        cluster.admin()
                .alterConsumerGroupOffsets(GROUP, Map.of(PARTITION, new OffsetAndMetadata(offset)))
                .all()
                .get();
    }

    private PartitionLag lag(int partition) {
        return lag(new LagReport(cluster), partition);
    }

    private static PartitionLag lag(LagReport report, int partition) {
        List<PartitionLag> lags = report.of(GROUP);
        Optional<PartitionLag> found =
                lags.stream().filter(it -> it.partition().partition() == partition).findFirst();
        return found.orElseThrow();
    }
}
