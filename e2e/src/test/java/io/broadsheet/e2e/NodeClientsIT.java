package io.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.HttpSchemaRegistry;
import io.broadsheet.schemas.registry.RegistrySettings;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.FetchContext;
import io.broadsheet.v1.IdentityBasis;
import io.broadsheet.v1.IngestCursor;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Source;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Subscribers in Node read what we write, and we what they write: Confluent's official client and
 * the one of the kafkajs project, over kafkajs, with lz4 as our producers use it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeClientsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant TIME = Instant.parse("2022-03-13T09:42:07.123Z");
    private static final String TITLE = "Grüße aus 東京, שלום \uD83D\uDDDE \u0000 \"quoted\"";

    private NodeProject node;
    private Optional<EmbeddedPlatform> started = Optional.empty();
    private HttpSchemaRegistry registry;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        node = NodeProject.installed();
        started = Optional.of(EmbeddedPlatform.start(PlatformOptions.anyPorts(data)));
        URI url = URI.create(platform().registryUrl());
        registry = new HttpSchemaRegistry(RegistrySettings.of(url));
    }

    @AfterAll
    void stop() {
        started.ifPresent(EmbeddedPlatform::close);
    }

    @Test
    void bothNodeClientsReadWhatWeWrite() throws Exception {
        List<RawArticle> articles =
                IntStream.range(0, 20).mapToObj(NodeClientsIT::article).toList();
        send(articles);
        List<String> lines =
                node.run(
                        "",
                        "decode.mjs",
                        platform().bootstrapServers(),
                        platform().registryUrl(),
                        Topics.RAW.name(),
                        "20");
        assertThat(lines).hasSize(articles.size());
        for (String line : lines) {
            JsonNode decoded = JSON.readTree(line);
            RawArticle article =
                    articles.get(Integer.parseInt(decoded.path("key").asText().substring(3)));
            assertThat(decoded.path("community")).isEqualTo(decoded.path("confluent"));
            assertSame(decoded.path("confluent"), article);
        }
    }

    @Test
    void weReadWhatTheOfficialNodeClientWrites() throws Exception {
        String record =
                JSON.writeValueAsString(
                        Map.of(
                                "sourceId", "münchen",
                                "document", "file:a",
                                "payloadDigest", TITLE,
                                "articleId", "abc",
                                "takenAt", TIME.toEpochMilli()));
        node.run(
                // Every field is named: avsc fills in no defaults when it writes.
                record.replace("}", ",\"deadLetterId\":null}"),
                "encode.mjs",
                platform().bootstrapServers(),
                platform().registryUrl(),
                Topics.INGEST_CURSORS.name(),
                "münchen file:a");
        assertThat(cursors())
                .containsExactly(
                        IngestCursor.newBuilder()
                                .setSourceId("münchen")
                                .setDocument("file:a")
                                .setPayloadDigest(TITLE)
                                .setArticleId("abc")
                                .setTakenAt(TIME)
                                .build());
    }

    private EmbeddedPlatform platform() {
        return started.orElseThrow();
    }

    private static RawArticle article(int number) {
        return RawArticle.newBuilder()
                .setArticleId("id-" + number)
                .setIdentityBasis(IdentityBasis.GUID)
                .setAltIds(List.of("a", "b"))
                .setSource(Source.newBuilder().setSourceId("s").setName(TITLE).build())
                .setTitle(TITLE.repeat(number + 1))
                .setExtensions(Map.of("hexo:comments", "true"))
                .setFetch(
                        FetchContext.newBuilder()
                                .setFetchId("f")
                                .setStatusCode(200)
                                .setRetrievedAt(TIME)
                                .build())
                .setContentHash("sha256:0")
                .setIngestedAt(TIME.plusMillis(number))
                .build();
    }

    private static void assertSame(JsonNode decoded, RawArticle article) {
        assertThat(decoded.path("articleId").asText()).isEqualTo(article.getArticleId());
        assertThat(decoded.path("identityBasis").asText()).isEqualTo("GUID");
        assertThat(decoded.path("altIds")).hasToString("[\"a\",\"b\"]");
        assertThat(decoded.path("source").path("name").asText()).isEqualTo(TITLE);
        assertThat(decoded.path("title").asText()).isEqualTo(article.getTitle());
        assertThat(decoded.path("link").isNull()).isTrue();
        assertThat(decoded.path("extensions").path("hexo:comments").asText()).isEqualTo("true");
        assertThat(decoded.path("fetch").path("statusCode").asInt()).isEqualTo(200);
        assertThat(decoded.path("ingestedAt").asLong())
                .isEqualTo(article.getIngestedAt().toEpochMilli());
    }

    private void send(List<RawArticle> articles) throws Exception {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        platform().bootstrapServers(),
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.LINGER_MS_CONFIG,
                        100);
        try (var serde = AvroSerde.of(Topics.RAW, registry);
                var producer =
                        new KafkaProducer<>(settings, new StringSerializer(), serde.serializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (RawArticle article : articles) {
                sent.add(
                        producer.send(
                                new ProducerRecord<>(
                                        Topics.RAW.name(), article.getArticleId(), article)));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get(30, TimeUnit.SECONDS);
            }
        }
    }

    /** All cursors in the topic, once there is at least one. */
    private List<IngestCursor> cursors() {
        List<IngestCursor> cursors = new ArrayList<>();
        Map<String, Object> settings =
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, platform().bootstrapServers());
        try (var serde = AvroSerde.of(Topics.INGEST_CURSORS, registry);
                var consumer =
                        new KafkaConsumer<>(
                                settings, new StringDeserializer(), serde.deserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topics.INGEST_CURSORS.name()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(100))
                                .forEach(record -> cursors.add(record.value()));
                        return !cursors.isEmpty();
                    });
        }
        return cursors;
    }
}
