package io.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.ingest.backfill.BackfillConfig;
import io.broadsheet.ingest.backfill.BackfillService;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.identity.BackfillId;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.ingest.source.FileSource;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.HttpSchemaRegistry;
import io.broadsheet.schemas.registry.RegistrySettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/** The lane of backfills gives way to what is new, and loses and doubles nothing. */
class BackfillIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int POSTS = 900;
    private static final int LAG_MAX = 50;

    /** What is under way when the lag is looked at. */
    private static final int STEP = 100;

    private static final String ENRICH = "enrich-of-the-test";
    private static final String IMAGES = "images-of-the-test";

    @TempDir Path directory;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private EmbeddedPlatform platform;
    private KafkaAccess access;

    @BeforeEach
    void start() {
        platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(directory.resolve("platform")));
        access =
                new KafkaAccess(
                        platform.bootstrapServers(),
                        new HttpSchemaRegistry(
                                RegistrySettings.of(URI.create(platform.registryUrl()))),
                        Map.of());
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void itGoesOnAsFastAsEnrichmentDoesAndEachArticleOnce() throws Exception {
        List<String> queued = queue();
        assertThat(records(Topics.RAW.name())).isEmpty();
        try (BackfillService first = service()) {
            first.start();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() ->
                            meters.get("broadsheet.backfill.blocked").gauge().value() == 1
                                    && moved() > 0);
        }
        int partitions = 3;
        assertThat(moved()).isLessThanOrEqualTo(partitions * LAG_MAX + partitions * STEP);

        try (BackfillService second = service()) {
            second.start();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> {
                        commit(ENRICH, Topics.RAW.name());
                        return records(Topics.RAW.name()).size() >= POSTS;
                    });
        }

        List<ConsumerRecord<String, byte[]>> raw = records(Topics.RAW.name());
        assertThat(raw).extracting(ConsumerRecord::key).containsExactlyInAnyOrderElementsOf(queued);
        Map<String, Integer> partitionOf = new HashMap<>();
        records(Topics.BACKFILL.name())
                .forEach(record -> partitionOf.put(record.key(), record.partition()));
        assertThat(raw)
                .allSatisfy(record -> {
                    assertThat(record.partition()).isEqualTo(partitionOf.get(record.key()));
                    assertThat(record.headers().lastHeader("news-backfill-id").value())
                            .isEqualTo("archive".getBytes(StandardCharsets.UTF_8));
                });
    }

    @Test
    void nothingGoesOnWhileTooManyImagesWait() throws Exception {
        queue();
        try (var producer =
                new KafkaProducer<byte[], byte[]>(
                        access.producerProperties("test"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (int i = 0; i <= LAG_MAX; i++) {
                var _ =
                        producer.send(
                                new ProducerRecord<>(
                                        Topics.IMAGE_CHECK_REQUESTS.name(), new byte[] {1}));
            }
        }
        try (BackfillService service = service()) {
            service.start();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> meters.get("broadsheet.backfill.blocked").gauge().value() == 1);
            assertThat(moved()).isZero();
            commit(IMAGES, Topics.IMAGE_CHECK_REQUESTS.name());
            Awaitility.await().atMost(PATIENCE).until(() -> moved() > 0);
        }
    }

    /** The keys of what was queued. */
    private List<String> queue() throws IOException {
        Path posts = Files.createDirectory(directory.resolve("posts"));
        for (int i : IntStream.range(0, POSTS).toArray()) {
            Files.writeString(posts.resolve(i + ".md"), "---\ntitle: T" + i + "\n---\nBody.\n");
        }
        ReaderSettings settings =
                ReaderSettings.of(new SourceId("old"), "test")
                        .backfilling(new BackfillId("archive"));
        try (FileIngest ingest =
                FileIngest.open(access, settings, ClaimStore.none(), InstantSource.system())) {
            var files = new FileSource(List.of(posts));
            assertThat(ingest.take(files, IngestProgress.silent()).counts().published())
                    .isEqualTo(POSTS);
            assertThat(ingest.take(files, IngestProgress.silent()).counts().published()).isZero();
        }
        return records(Topics.BACKFILL.name()).stream().map(ConsumerRecord::key).toList();
    }

    private BackfillService service() {
        var service =
                new BackfillService(
                        new BackfillConfig(
                                100_000,
                                LAG_MAX,
                                LAG_MAX,
                                new BackfillConfig.Ahead(ENRICH, IMAGES)),
                        access,
                        InstantSource.system());
        service.bindTo(meters);
        return service;
    }

    private double moved() {
        return meters.get("broadsheet.backfill.articles").counter().count();
    }

    /** All that is on a topic counts as dealt with. */
    private void commit(String group, String topic)
            throws ExecutionException, InterruptedException {
        try (var consumer = consumer();
                Admin admin = Admin.create(access.adminProperties("test"))) {
            Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
            consumer.endOffsets(partitions(consumer, topic))
                    .forEach((partition, end) -> done.put(partition, new OffsetAndMetadata(end)));
            admin.alterConsumerGroupOffsets(group, done).all().get();
        }
    }

    private List<ConsumerRecord<String, byte[]>> records(String topic) {
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private static List<TopicPartition> partitions(
            KafkaConsumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                access.consumerProperties("reader", "reader"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
