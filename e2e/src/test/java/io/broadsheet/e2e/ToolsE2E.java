package io.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The operator's tools on a running {@code up}: nothing they show is invented, and nothing they
 * replay is lost or doubled.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ToolsE2E {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String RAW = "news.articles.raw.v1";
    private static final String OUTCOMES = "news.articles.outcomes.v1";
    private static final byte[] POISON = bytes("\0\0\0\0\1 not avro");

    private Optional<UpProcess> up = Optional.empty();
    private String articleId = "";

    @BeforeAll
    void startWithOneGoodArticle(@TempDir Path directory) throws Exception {
        up = Optional.of(UpProcess.start(directory));
        Fixtures.write(up().inbox(), "good.md", Fixtures.plainPost("Good", "Good words."));
        JsonNode outcome =
                tool("tail", OUTCOMES, "--from", "beginning", "--follow", "--limit", "1", "--json")
                        .json();
        articleId = outcome.path("key").asText();
    }

    @AfterAll
    void stop() throws Exception {
        up().stop();
    }

    private UpProcess up() {
        return up.orElseThrow();
    }

    @Test
    void aPoisonRecordIsReplayedFiveTimesAndThenParkedAndNothingElseComesOfIt() throws Exception {
        send(RAW, "poison", POISON, Map.of());
        JsonNode first = openLetter();
        assertThat(first.path("code").asText()).isEqualTo("AVRO_CORRUPT");
        String id = first.path("deadLetterId").asText();
        assertThat(bytes(tool("dead", "show", id, "--raw").out())).isEqualTo(POISON);
        assertThat(tool("dead", "show", id).out()).contains("not avro", "AVRO_CORRUPT");

        var rehearsal = tool("dead", "replay", "--code", "avro_corrupt", "--dry-run", "--json");
        assertThat(rehearsal.json().path("target").asText()).isEqualTo(RAW);
        assertThat(rehearsal.json().path("count").asInt()).isEqualTo(1);
        assertThat(copiesOfPoison()).hasSize(1);

        String last = id;
        for (int replay = 1; replay <= 5; replay++) {
            assertThat(replayed(last)).containsExactly(RAW, "BURIED");
            JsonNode next = openLetter();
            assertThat(next.path("replayCount").asInt()).isEqualTo(replay);
            last = next.path("deadLetterId").asText();
        }
        assertThat(replayed(last)).containsExactly("parked");
        assertThat(replayed(last)).containsExactly("left alone: parked");

        List<ConsumerRecord<byte[], byte[]>> copies = copiesOfPoison();
        assertThat(copies).hasSize(6);
        assertThat(copies)
                .extracting(copy -> header(copy, "news-replay-count"))
                .containsExactly("", "1", "2", "3", "4", "5");
        assertThat(header(copies.get(1), "news-replay-of")).isEqualTo(id);
        assertThat(letters())
                .extracting(letter -> letter.path("state").asText())
                .containsExactlyInAnyOrder(
                        "REPLAYED", "REPLAYED", "REPLAYED", "REPLAYED", "REPLAYED", "PARKED");
        assertThat(stops("poison").stream().sorted().toList())
                .isEqualTo(
                        Stream.of("letter", "outcome", "raw", "status")
                                .flatMap(stop -> Collections.nCopies(6, stop).stream())
                                .toList());
    }

    @Test
    void aGoodArticleThatAnotherToolBuriedIsReplayedAsUnchangedAndResolved() throws Exception {
        ConsumerRecord<byte[], byte[]> good =
                records(RAW).stream()
                        .filter(record -> Arrays.equals(record.key(), bytes(articleId)))
                        .findFirst()
                        .orElseThrow();
        String topic = "elsewhere.dlq";
        try (Admin admin = Admin.create(client())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        send(
                topic,
                articleId,
                good.value(),
                Map.of(
                        "__connect.errors.topic",
                        RAW,
                        "__connect.errors.partition",
                        Integer.toString(good.partition()),
                        "__connect.errors.offset",
                        Long.toString(good.offset()),
                        "__connect.errors.exception.message",
                        "the database said no",
                        "mine",
                        "kept"));

        var list = tool("dead", "list", "--topic", topic, "--json").json();
        assertThat(list.path("message").asText()).contains("the database said no");
        assertThat(list.path("origin").path("topic").asText()).isEqualTo(RAW);
        var result = tool("dead", "replay", "--topic", topic, "--json", "--wait", "60s");

        assertThat(result.out()).contains("UNCHANGED");
        assertThat(tool("dead", "list", "--topic", topic, "--json").json().path("state").asText())
                .isEqualTo("RESOLVED");
        assertThat(
                        tool("tail", "news.articles.revisions.v1", "--key", articleId, "--json")
                                .objects())
                .hasSize(1);
    }

    @Test
    void anArticleIsTracedByItsFileAndItsRecordsAreShownDecoded() throws Exception {
        assertThat(stops("good.md"))
                .contains("cursor", "raw", "outcome", "revision", "enriched")
                .doesNotContain("letter");
        assertThat(stops(articleId)).isEqualTo(stops("good.md"));

        var tail = tool("tail", RAW, "--key", articleId, "--from", "beginning", "--limit", "1");
        assertThat(tail.out()).contains("\"title\":\"Good\"", "ce_type=news.article.raw.v1");
    }

    @Test
    void topicsAndSchemasAreAsDeclaredAndReadersComeToTheEnd() throws Exception {
        assertThat(tool("topics", "create").exitCode()).isZero();
        assertThat(tool("topics", "verify").exitCode()).isZero();
        assertThat(tool("topics", "verify", "--profile", "prod").exitCode()).isEqualTo(1);
        assertThat(tool("schemas", "check").exitCode()).isZero();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(tool("topics", "lag", "--json").objects())
                                .isNotEmpty()
                                .allSatisfy(lag ->
                                        assertThat(lag.path("recordsBehind").asLong()).isZero()));
    }

    @Test
    void whereNoBrokerAnswersItIsSaidWithinHalfAMinute() throws Exception {
        int nobody = freePort();
        long start = System.nanoTime();

        var result =
                BroadsheetProcess.run(
                        "topics", "verify", "--bootstrap-servers", "localhost:" + nobody);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("no broker answers at localhost:" + nobody);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void whatIsWronglyUsedIsToldWithTheExitCodeOfThat() throws Exception {
        assertThat(tool("dead", "replay").exitCode()).isEqualTo(2);
        assertThat(tool("tail", RAW, "--from", "yesterday").exitCode()).isEqualTo(2);
        assertThat(tool("tail", "no.such.topic").exitCode()).isEqualTo(1);
        assertThat(tool("trace", "nothing of that name").exitCode()).isEqualTo(1);
        assertThat(tool("dead", "show", "nothing").exitCode()).isEqualTo(1);
    }

    private BroadsheetProcess.Result tool(String... arguments)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(
                List.of(
                        "--bootstrap-servers",
                        up().bootstrapServers(),
                        "--registry",
                        up().registryUrl()));
        return BroadsheetProcess.run(all.toArray(String[]::new));
    }

    private List<JsonNode> letters() throws Exception {
        return tool("dead", "list", "--stage", "ENRICH_DESERIALIZE", "--json").objects();
    }

    /** The one letter about which nothing was done yet, once there is one. */
    private JsonNode openLetter() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () ->
                                letters().stream()
                                        .filter(it -> it.path("state").asText().equals("OPEN"))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Where the letter went, and what became of it. */
    private List<String> replayed(String id) throws Exception {
        var result = tool("dead", "replay", id, "--json", "--wait", "60s");
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result.objects().stream()
                .map(line -> line.path("target").asText() + line.path("became").asText())
                .toList();
    }

    private List<String> stops(String sought) throws Exception {
        return tool("trace", sought, "--json").objects().stream()
                .map(stop -> stop.path("stop").asText())
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> copiesOfPoison() {
        return records(RAW).stream()
                .filter(record -> Arrays.equals(record.value(), POISON))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private Map<String, Object> client() {
        return Map.of("bootstrap.servers", up().bootstrapServers());
    }

    private void send(String topic, String key, byte[] value, Map<String, String> headers)
            throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            var record = new ProducerRecord<>(topic, bytes(key), value);
            headers.forEach((name, text) -> record.headers().add(name, bytes(text)));
            producer.send(record).get();
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        Map<String, Object> settings = new HashMap<>(client());
        settings.put("isolation.level", "read_committed");
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
