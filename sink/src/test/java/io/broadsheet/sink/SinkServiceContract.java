package io.broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.sink.FlakyStore.Fault;
import io.broadsheet.sink.SinkStoppedException.Code;
import io.broadsheet.sink.read.Opening;
import io.broadsheet.sink.read.StoreReader;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.StoreKind;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.EnrichedArticle;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The sink on a real broker. The log is common to all tests and only grows; each test has a store
 * of its own, which is filled from the beginning of the log, and looks at its own articles.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class SinkServiceContract {

    private static final byte[] CORRUPT = {0, 0, 0, 0, 1, 127, 127, 127};
    protected static final Duration PATIENCE = Duration.ofSeconds(30);

    private EmbeddedPlatform platform;
    private SchemaRegistry registry;
    private KafkaAccess access;
    private Producer<String, byte[]> transactions;

    @BeforeAll
    void startPlatform(@TempDir Path data) {
        platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(data));
        registry = SchemaRegistry.open(Map.of("schema.registry.url", platform.registryUrl()));
        access = new KafkaAccess(platform.bootstrapServers(), registry, Map.of());
        Map<String, Object> properties = access.producerProperties("test");
        properties.put("transactional.id", "test");
        transactions =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
        transactions.initTransactions();
    }

    @AfterAll
    void stopPlatform() {
        transactions.close();
        platform.close();
    }

    @Test
    void whatIsCommittedIsStoredAndWhatIsAbortedIsNot() {
        commit(() -> send(articles("seen", 0, 20)));
        abort(() -> send(articles("aborted", 0, 20)));
        commit(() -> {
            send(articles("seen", 20, 30));
            sendLetter(Samples.letter("seen-letter"));
        });

        try (SinkService sink = startSink("a")) {
            untilAllIsStored(sink);
        }

        assertThat(stored("a", "seen")).containsExactlyInAnyOrderElementsOf(ids("seen", 0, 30));
        assertThat(stored("a", "aborted")).isEmpty();
        assertThat(offsetsIn("a")).isEqualTo(ends());
        assertThat(letters("a")).anyMatch(json -> json.contains("\"seen-letter\""));
    }

    @Test
    void aCorruptRecordIsBuriedItsNeighboursAreStoredAndItsLetterIsPublished() {
        commit(() -> {
            send(articles("beside", 0, 5));
            sendBytes("corrupt-key", CORRUPT);
            send(articles("beside", 5, 10));
        });

        try (SinkService sink = startSink("b")) {
            untilAllIsStored(sink);
            String id = corruptLetterId("b");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(relayedKeys()).containsOnlyOnce(id));
        }

        assertThat(stored("b", "beside")).hasSize(10);
    }

    @Test
    void aRestartedSinkGoesOnWhereItsStoreIs() {
        commit(() -> send(articles("before", 0, 10)));
        try (SinkService sink = startSink("c")) {
            untilAllIsStored(sink);
        }
        commit(() -> send(articles("after", 0, 7)));

        try (SinkService sink = startSink("c")) {
            untilAllIsStored(sink);
            assertThat(sink.counts().articles()).isEqualTo(7);
        }
        assertThat(stored("c", "after")).hasSize(7);
    }

    @Test
    void aSecondSinkOfTheSameNameTakesOverAndTheFirstStops() {
        try (SinkService first = startSink("d")) {
            untilAllIsStored(first);
            try (SinkService second = startSink("d")) {
                commit(() -> send(articles("both", 0, 10)));
                await().atMost(PATIENCE).until(() -> first.failure().isPresent());
                untilAllIsStored(second);
            }

            assertThat(first.failure().orElseThrow())
                    .isInstanceOfSatisfying(
                            SinkStoppedException.class,
                            stopped -> assertThat(stopped.code()).isEqualTo(Code.SINK_FENCED));
        }
        assertThat(stored("d", "both")).hasSize(10);
    }

    @Test
    void aSinkThatDiesAtACommitLosesNothingAndDoublesNothing() {
        commit(() -> send(articles("killed", 0, 40)));
        for (Fault fault : List.of(Fault.KILLED_BEFORE, Fault.KILLED_AFTER)) {
            ArticleStore dying = new FlakyStore(openStore(fault.name()), fault, 2);
            try (SinkService sink = startSink(dying, batchesOf(7))) {
                await().atMost(PATIENCE).until(() -> sink.failure().isPresent());
            }
            try (SinkService sink = startSink(fault.name())) {
                untilAllIsStored(sink);
            }
            assertThat(stored(fault.name(), "killed")).hasSize(40);
            assertThat(offsetsIn(fault.name())).isEqualTo(ends());
        }
    }

    private SinkService startSink(String name) {
        return startSink(openStore(name), SinkConfig.defaults());
    }

    private SinkService startSink(ArticleStore store, SinkConfig config) {
        return startSink(List.of(store), config);
    }

    /** A sink with a worker for each of these. */
    protected SinkService startSink(List<ArticleStore> stores, SinkConfig config) {
        DeadLetters letters = new DeadLetters("sink", "0", InstantSource.system());
        SinkService sink = new SinkService(access, stores, config, letters, ClaimStore.none());
        sink.start();
        return sink;
    }

    /** Settings with small batches. */
    protected static SinkConfig batchesOf(int records) {
        SinkConfig config = SinkConfig.defaults();
        return new SinkConfig(
                config.instance(),
                records,
                config.batchBytesMax(),
                config.batchWaitMax(),
                config.retryWaitMin(),
                config.retryWaitMax(),
                config.buriedInARowMax(),
                config.buriedPerThousandMax());
    }

    /** A store of this name, the same at each call. */
    protected abstract ArticleStore openStore(String name);

    private StoreKind kind() {
        try (ArticleStore store = openStore("kind")) {
            return store.kind();
        }
    }

    /** The same for readers. */
    protected abstract Opening read(String name);

    /** Waits for the end of all logs. */
    protected void untilAllIsStored(SinkService sink) {
        Map<TopicPartition, Long> ends = ends();
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(sink.failure()).isEmpty();
                    assertThat(sink.position()).containsAllEntriesOf(ends);
                });
    }

    private Map<TopicPartition, Long> ends() {
        Map<String, Object> properties = access.consumerProperties("test", "test");
        try (var consumer =
                new KafkaConsumer<>(
                        properties, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions =
                    SinkLoop.TOPICS.stream()
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            return consumer.endOffsets(partitions);
        }
    }

    private List<String> relayedKeys() {
        Map<String, Object> properties = access.consumerProperties("relayed", "relayed");
        try (var consumer =
                new KafkaConsumer<>(
                        properties, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(kind().deadLetters().name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<String> keys = new ArrayList<>();
            consumer.poll(Duration.ofSeconds(1)).forEach(record -> keys.add(record.key()));
            return keys;
        }
    }

    /** Commits articles with ids of this prefix. */
    protected void publish(String prefix, int from, int to) {
        commit(() -> send(articles(prefix, from, to)));
    }

    private void commit(Runnable sending) {
        transactions.beginTransaction();
        sending.run();
        transactions.commitTransaction();
    }

    private void abort(Runnable sending) {
        transactions.beginTransaction();
        sending.run();
        transactions.flush();
        transactions.abortTransaction();
    }

    private void send(List<EnrichedArticle> articles) {
        var serializer = AvroSerde.of(Topics.ENRICHED, registry).serializer();
        for (EnrichedArticle article : articles) {
            sendBytes(
                    article.getArticleId(), serializer.serialize(Topics.ENRICHED.name(), article));
        }
    }

    private void sendBytes(String key, byte[] value) {
        var _ = transactions.send(new ProducerRecord<>(Topics.ENRICHED.name(), key, value));
    }

    private void sendLetter(DeadLetter letter) {
        String topic = Topics.INGEST_DEAD_LETTERS.name();
        byte[] value =
                AvroSerde.of(Topics.INGEST_DEAD_LETTERS, registry)
                        .serializer()
                        .serialize(topic, letter);
        var _ = transactions.send(new ProducerRecord<>(topic, letter.getDeadLetterId(), value));
    }

    private static List<EnrichedArticle> articles(String prefix, int from, int to) {
        return ids(prefix, from, to).stream().map(id -> Samples.article(id, 1)).toList();
    }

    /** Ids as {@link #publish} makes them. */
    protected static List<String> ids(String prefix, int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> prefix + "-" + i).toList();
    }

    private StoreReader reader(String name) {
        return ((Opening.Opened) read(name)).store();
    }

    /** Ids of this prefix that are stored. */
    protected Set<String> stored(String name, String prefix) {
        Set<String> ids = new HashSet<>();
        try (StoreReader reader = reader(name)) {
            reader.articles().newestFirst(10_000, json -> ids.add(idIn(json)));
        }
        return ids.stream().filter(id -> id.startsWith(prefix + "-")).collect(Collectors.toSet());
    }

    /** The first field of both kinds of record is its id. */
    private static String idIn(String json) {
        int start = json.indexOf(":\"") + 2;
        return json.substring(start, json.indexOf('"', start));
    }

    private List<String> letters(String name) {
        List<String> lines = new ArrayList<>();
        try (StoreReader reader = reader(name)) {
            reader.deadLetters().list(10_000, lines::add);
        }
        return lines;
    }

    private String corruptLetterId(String name) {
        return letters(name).stream()
                .filter(json -> json.contains("AVRO_CORRUPT"))
                .map(SinkServiceContract::idIn)
                .findFirst()
                .orElseThrow();
    }

    private Map<TopicPartition, Long> offsetsIn(String name) {
        try (StoreReader reader = reader(name)) {
            return reader.nextOffsets();
        }
    }
}
