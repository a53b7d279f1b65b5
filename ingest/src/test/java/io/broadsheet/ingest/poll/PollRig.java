package io.broadsheet.ingest.poll;

import static org.awaitility.Awaitility.await;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.ingest.callback.CallbackConfig;
import io.broadsheet.ingest.callback.HubCallbackService;
import io.broadsheet.ingest.poll.hub.HubSettings;
import io.broadsheet.ingest.poll.hub.HubTerms;
import io.broadsheet.ingest.poll.rules.Bounds;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.HttpSchemaRegistry;
import io.broadsheet.schemas.registry.RegistrySettings;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.Feed;
import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.FetchLogEntry;
import io.broadsheet.v1.FetchRequest;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.web.fetch.EgressPolicy;
import io.broadsheet.web.url.RegistrableHost;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A broker, the topics of polling, and pollers on them. */
final class PollRig implements AutoCloseable {

    private static final Instant START = Instant.parse("2020-03-01T12:00:00Z");

    private final EmbeddedPlatform platform;
    private final SchemaRegistry registry;
    private final Producer<String, byte[]> producer;
    private final List<FeedPollService> pollers = new ArrayList<>();
    private final List<HubCallbackService> doors = new ArrayList<>();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Set<String> added = new HashSet<>();
    private TestClock clock = new TestClock(START);

    PollRig(Path data) {
        platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(data.resolve("platform")));
        registry = new HttpSchemaRegistry(RegistrySettings.of(URI.create(platform.registryUrl())));
        producer =
                new KafkaProducer<>(
                        access(Map.of()).producerProperties("test"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Kafka with a group that soon notices who is dead. */
    KafkaAccess access(Map<String, String> more) {
        Map<String, String> settings =
                new HashMap<>(
                        Map.of(
                                "kafka.consumer.session.timeout.ms", "6000",
                                "kafka.consumer.heartbeat.interval.ms", "500",
                                "kafka.consumer.max.poll.interval.ms", "8000"));
        settings.putAll(more);
        return new KafkaAccess(platform.bootstrapServers(), registry, settings);
    }

    TestClock clock() {
        return clock;
    }

    FeedPollService poller() {
        return poller(clock);
    }

    /** One with a time of its own. */
    FeedPollService poller(TestClock time) {
        return poller(time, PollConfig.Load.USUAL);
    }

    FeedPollService poller(TestClock time, PollConfig.Load load) {
        return poller(time, load, Optional.empty());
    }

    /** One that asks hubs to tell us. */
    FeedPollService poller(TestClock time, HubTerms hub) {
        return poller(time, PollConfig.Load.USUAL, Optional.of(hub));
    }

    private FeedPollService poller(TestClock time, PollConfig.Load load, Optional<HubTerms> hub) {
        var config =
                new PollConfig(
                        Optional.empty(),
                        EgressPolicy.allowingPrivateAddresses().withProxySettingsIgnored(),
                        Bounds.USUAL,
                        load,
                        hub);
        var letters = new DeadLetters("test", "test", time);
        var poller =
                new FeedPollService(
                        config,
                        access(Map.of()),
                        letters,
                        FeedPollService.formats(letters, ClaimStore.none()));
        pollers.add(poller);
        poller.start();
        return poller;
    }

    /** A door for hubs, of a process of its own. */
    HubCallbackService door() {
        var config =
                new CallbackConfig(
                        new HubSettings.Ear("127.0.0.1", 0, 16),
                        new HubTerms("http://hooks.example/hooks", HubTerms.USUAL_LEASE),
                        100_000);
        var door = new HubCallbackService(config, access(Map.of()), clock);
        door.bindTo(meters);
        door.start();
        doors.add(door);
        await().atMost(Duration.ofSeconds(30)).until(() -> door.notReady().isEmpty());
        return door;
    }

    /** On which terms hubs are asked that are to reach this door. */
    static HubTerms terms(HubCallbackService door) {
        return new HubTerms(
                "http://127.0.0.1:" + door.port().orElseThrow() + "/hooks", HubTerms.USUAL_LEASE);
    }

    /** What has been counted of hubs, of one outcome. */
    double counted(String outcome) {
        return meters.counter("broadsheet.hub.callbacks", "outcome", outcome).count();
    }

    void remove(String sourceId) {
        put(Topics.FEEDS, sourceId, null);
    }

    void add(String sourceId, String url) {
        add(feed(sourceId, url).build());
    }

    Feed.Builder feed(String sourceId, String url) {
        return Feed.newBuilder()
                .setSourceId(sourceId)
                .setFeedUrl(url)
                .setAddedAt(clock.instant())
                .setChangedAt(clock.instant());
    }

    void add(Feed feed) {
        added.add(feed.getSourceId());
        put(Topics.FEEDS, feed.getSourceId(), feed);
    }

    void ask(FetchRequest request, String url) {
        put(Topics.FETCH_REQUESTS, RegistrableHost.of(url).orElseThrow(), request);
    }

    <V extends SpecificRecord> void put(Topic<V> topic, String key, @Nullable V value) {
        byte[] bytes =
                value == null
                        ? null
                        : AvroSerde.of(topic, registry).serializer().serialize(topic.name(), value);
        var _ = producer.send(new ProducerRecord<>(topic.name(), key, bytes));
        producer.flush();
    }

    Optional<FeedState> state(String sourceId) {
        return all(Topics.FEED_STATE).stream()
                .filter(it -> it.getSourceId().equals(sourceId))
                .reduce((_, later) -> later);
    }

    /** The titles of what was published of a source, in the order of each partition. */
    List<String> titles(String sourceId) {
        return all(Topics.RAW).stream()
                .filter(it -> it.getSource().getSourceId().equals(sourceId))
                .map(RawArticle::getTitle)
                .toList();
    }

    List<FetchLogEntry> log(String sourceId) {
        return all(Topics.FETCH_LOG).stream()
                .filter(it -> it.getSourceId().equals(sourceId))
                .toList();
    }

    <V extends SpecificRecord> List<V> all(Topic<V> topic) {
        List<V> values = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(
                        access(Map.of()).consumerProperties("rig", "rig"),
                        new StringDeserializer(),
                        AvroSerde.of(topic, registry).deserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic.name()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream()
                    .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(Duration.ofMillis(50))
                        .forEach(record -> {
                            if (record.value() != null) {
                                values.add(record.value());
                            }
                        });
            }
        }
        return values;
    }

    /** Takes the broker away for good. */
    void cut() {
        producer.close();
        platform.close();
    }

    /** Ends the pollers and doors. */
    void closeServices() {
        clock.goOn();
        pollers.forEach(FeedPollService::close);
        pollers.clear();
        doors.forEach(HubCallbackService::close);
        doors.clear();
    }

    /** Forgets the feeds and pollers of one test; the next one begins after it. */
    void clear() {
        closeServices();
        added.forEach(sourceId -> put(Topics.FEEDS, sourceId, null));
        added.clear();
        clock = new TestClock(clock.instant().plus(Duration.ofDays(60)));
    }

    @Override
    public void close() {
        producer.close();
        platform.close();
    }
}
