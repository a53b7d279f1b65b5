package io.broadsheet.enrich.topology;

import io.broadsheet.enrich.Clustering;
import io.broadsheet.enrich.EnrichInput;
import io.broadsheet.enrich.EnrichResult;
import io.broadsheet.enrich.ImageChecking;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.InMemorySchemaRegistry;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.ArticleCluster;
import io.broadsheet.v1.ArticleOutcome;
import io.broadsheet.v1.ClusterLink;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.ImageCheckRequest;
import io.broadsheet.v1.ImageCheckResult;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Reprocessing;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/** The topology under the test driver, with its topics at hand. */
final class DrivenTopology implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-02-03T05:00:00Z");

    final SchemaRegistry registry = new InMemorySchemaRegistry();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> raw;
    private final TestInputTopic<String, byte[]> answers;
    private final TestInputTopic<String, byte[]> reprocess;

    DrivenTopology(
            Path stateDirectory,
            ImageChecking checking,
            Function<EnrichInput, EnrichResult> steps) {
        this(stateDirectory, checking, steps, Clustering.defaults());
    }

    DrivenTopology(
            Path stateDirectory,
            ImageChecking checking,
            Function<EnrichInput, EnrichResult> steps,
            Clustering clustering) {
        Topics.ALL.forEach(topic -> registry.register(topic.subject(), topic.schema()));
        var letters = new DeadLetters("enrich", "test", () -> NOW);
        var parts =
                new EnrichParts(registry, steps, checking, letters, ClaimStore.none())
                        .with(clustering);
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "driven");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallRocks.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DefectBurial.class);
        settings.put(DefectBurial.PARTS, parts);
        driver = new TopologyTestDriver(EnrichTopology.of(parts), settings, NOW);
        raw = input(Topics.RAW);
        answers = input(Topics.IMAGE_CHECK_RESULTS);
        reprocess = input(Topics.REPROCESS);
    }

    /** Offers a raw article, as ingest would. */
    void offer(RawArticle article) {
        raw.pipeInput(
                new TestRecord<>(
                        article.getArticleId(),
                        bytes(Topics.RAW, article),
                        article.getIngestedAt()));
    }

    void offerSketch(String key, byte[] value) {
        input(Topics.CLUSTER_SKETCHES).pipeInput(new TestRecord<>(key, value, Articles.INGESTED));
    }

    /** Tells once more what was told. */
    void repeatLinks(List<TestRecord<String, ClusterLink>> links) {
        TestInputTopic<String, byte[]> input = input(Topics.CLUSTER_LINKS);
        for (TestRecord<String, ClusterLink> link : links) {
            input.pipeInput(link.key(), bytes(Topics.CLUSTER_LINKS, link.value()));
        }
    }

    /** The clusters as a compacted topic has them; null for one that is gone. */
    Map<String, @Nullable ArticleCluster> lastRecords() {
        Map<String, @Nullable ArticleCluster> last = new HashMap<>();
        records(Topics.CLUSTERS).forEach(record -> last.put(record.key(), record.value()));
        return last;
    }

    /** Offers any bytes as a raw article. */
    void offer(String key, byte[] value) {
        raw.pipeInput(new TestRecord<>(key, value, Articles.INGESTED));
    }

    void offer(TestRecord<String, byte[]> record) {
        raw.pipeInput(record);
    }

    void answer(ImageCheckResult result) {
        answer(result.getArticleId(), bytes(Topics.IMAGE_CHECK_RESULTS, result));
    }

    void answer(String key, byte[] value) {
        answers.pipeInput(new TestRecord<>(key, value, NOW));
    }

    void reprocess(Reprocessing request) {
        String key = request.getArticle().getArticleId();
        reprocess.pipeInput(new TestRecord<>(key, bytes(Topics.REPROCESS, request), NOW));
    }

    void passTime(Duration time) {
        driver.advanceWallClockTime(time);
    }

    List<EnrichedArticle> enriched() {
        return values(Topics.ENRICHED);
    }

    List<EnrichedArticle> revisions() {
        return values(Topics.REVISIONS);
    }

    List<ArticleOutcome> outcomes() {
        return values(Topics.OUTCOMES);
    }

    List<DeadLetter> deadLetters() {
        return values(Topics.ENRICH_DEAD_LETTERS);
    }

    List<ImageCheckRequest> requests() {
        return values(Topics.IMAGE_CHECK_REQUESTS);
    }

    /** What was sent to the topic since it was last asked, with keys, times and headers. */
    <V extends SpecificRecord> List<TestRecord<String, V>> records(Topic<V> topic) {
        TestOutputTopic<String, V> output =
                driver.createOutputTopic(
                        topic.name(),
                        new StringDeserializer(),
                        AvroSerde.of(topic, registry).deserializer());
        return output.readRecordsToList();
    }

    <V extends SpecificRecord> byte[] bytes(Topic<V> topic, V value) {
        return AvroSerde.of(topic, registry).serializer().serialize(topic.name(), value);
    }

    /** Whether anything was written to the changelog of a store. */
    boolean changed(String store) {
        return driver.producedTopicNames().contains("driven-" + store + "-changelog");
    }

    /** What the topology remembers. */
    <V> KeyValueStore<String, V> store(String name) {
        return driver.getKeyValueStore(name);
    }

    double metric(String name) {
        return driver.metrics().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .mapToDouble(entry -> (double) entry.getValue().metricValue())
                .sum();
    }

    @Override
    public void close() {
        driver.close();
    }

    private <V extends SpecificRecord> List<V> values(Topic<V> topic) {
        return records(topic).stream().map(TestRecord::value).toList();
    }

    private TestInputTopic<String, byte[]> input(Topic<?> topic) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), new ByteArraySerializer());
    }
}
