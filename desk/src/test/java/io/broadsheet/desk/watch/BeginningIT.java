package io.broadsheet.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.InMemorySchemaRegistry;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;

/** Where reading begins of a broker's topics that hold more than is read of them. */
class BeginningIT {

    private static final int EACH = 100;
    private static final Set<String> TOPICS = Set.of(Topics.RAW.name(), Topics.OUTCOMES.name());
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Future<RecordMetadata>> sent = new ArrayList<>();
    private EmbeddedPlatform platform;
    private Cluster cluster;
    private Producer<byte[], byte[]> producer;

    @BeforeEach
    void start(@TempDir Path directory) {
        platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(directory));
        var access =
                new KafkaAccess(
                        platform.bootstrapServers(), new InMemorySchemaRegistry(), Map.of());
        cluster = Cluster.open(access, InstantSource.system());
        producer =
                new KafkaProducer<>(
                        access.producerProperties("test"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        producer.close();
        cluster.close();
        platform.close();
    }

    @Test
    void aRawRecordWhoseOutcomeIsNotReadIsNotReadEither() {
        for (int record = 0; record < 300; record++) {
            write(Topics.RAW.name(), 0, record);
            write(Topics.OUTCOMES.name(), 0, record);
            write(Topics.OUTCOMES.name(), 0, record);
        }

        // Outcomes are read from those of record 250 on, and ten of them looked at.
        assertThat(begin(0)).isEqualTo(Map.of("raw", 255L, "outcomes", 500L));
    }

    @Test
    void anOutcomeThatCameLateDoesNotBringBackWhatIsDecided() {
        for (int record = 0; record < 300; record++) {
            write(Topics.RAW.name(), 0, record);
            write(Topics.OUTCOMES.name(), 0, record == 200 ? 3 : record);
        }

        assertThat(begin(0)).isEqualTo(Map.of("raw", 210L, "outcomes", 200L));
    }

    @Test
    void whereAllOutcomesAreReadAllThatIsUnderWayIs() {
        for (int record = 0; record < 90; record++) {
            write(Topics.RAW.name(), 1, record);
        }
        write(Topics.OUTCOMES.name(), 1, 70);

        assertThat(begin(1)).isEqualTo(Map.of("raw", 0L, "outcomes", 0L));
    }

    private void write(String topic, int partition, int second) {
        long time = START.plusSeconds(second).toEpochMilli();
        var written = new ProducerRecord<>(topic, partition, time, new byte[1], new byte[1]);
        sent.add(producer.send(written));
    }

    private Map<String, Long> begin(int partition) {
        producer.flush();
        assertThat(sent).extracting(Future::state).containsOnly(Future.State.SUCCESS);
        long recordsMax = (long) EACH * cluster.partitions(Topics.RAW.name()).size();
        Map<TopicPartition, Long> begins = new Beginning(cluster, recordsMax).of(TOPICS);
        return Map.of(
                "raw",
                begins.getOrDefault(new TopicPartition(Topics.RAW.name(), partition), -1L),
                "outcomes",
                begins.getOrDefault(new TopicPartition(Topics.OUTCOMES.name(), partition), -1L));
    }
}
