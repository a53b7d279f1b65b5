package io.broadsheet.sink;

import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.InMemorySchemaRegistry;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.v1.DeadLetter;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A log in memory, and a loop over it: a new one on the same store is a restarted process. */
final class Workbench {

    static final Uuid TOPIC_ID = Uuid.fromString("AAAAAAAAAAAAAAAAAAAAAQ");
    static final TopicPartition ARTICLES = new TopicPartition(Topics.ENRICHED.name(), 0);
    static final TopicPartition LETTERS = new TopicPartition(Topics.INGEST_DEAD_LETTERS.name(), 0);

    /** Five to a batch, everything at once, patient. */
    static final SinkConfig CONFIG =
            new SinkConfig(
                    "1",
                    5,
                    1024 * 1024,
                    Duration.ZERO,
                    Duration.ofMillis(500),
                    Duration.ofSeconds(30),
                    20,
                    50);

    final FlakyRegistry registry = new FlakyRegistry(new InMemorySchemaRegistry());
    final MockProducer<String, DeadLetter> relayed;
    private final List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>(Map.of(ARTICLES, 0L, LETTERS, 0L));
    private Instant now = Samples.NOON;

    Workbench() {
        Topics.ALL.forEach(topic -> registry.register(topic.subject(), topic.schema()));
        relayed =
                new MockProducer<>(
                        true,
                        null,
                        new StringSerializer(),
                        AvroSerde.of(Topics.SINK_SQLITE_DEAD_LETTERS, registry).serializer());
    }

    /** A consumer, a loop and its progress: what dies with a process. */
    record Life(MockConsumer<byte[], byte[]> consumer, SinkLoop loop, SinkProgress progress) {}

    /** Writes a value. */
    <V extends SpecificRecord> void append(Topic<V> topic, String key, V value) {
        appendBytes(
                topic,
                key,
                AvroSerde.of(topic, registry).serializer().serialize(topic.name(), value));
    }

    void appendTombstone(String articleId) {
        appendBytes(Topics.ENRICHED, articleId, null);
    }

    void appendBytes(Topic<?> topic, String key, byte @Nullable [] value) {
        TopicPartition partition = new TopicPartition(topic.name(), 0);
        long offset = ends.merge(partition, 1L, Long::sum) - 1;
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        log.add(new ConsumerRecord<>(topic.name(), 0, offset, keyBytes, value));
    }

    Map<TopicPartition, Long> ends() {
        return Map.copyOf(ends);
    }

    Instant now() {
        return now;
    }

    /** A process begins: it joins the group and gets both partitions. */
    Life begin(ArticleStore store, SinkConfig config, Uuid topicId) {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
        SinkProgress progress = new SinkProgress();
        DeadLetters letters = new DeadLetters("sink", "0", this::now);
        RowReader reader = new RowReader(registry, new Undertaker(letters, ClaimStore.none()));
        var meters = new SinkMeters(new CompositeMeterRegistry(), this::now);
        SinkLoop.Parts parts =
                new SinkLoop.Parts(
                        consumer,
                        new Claims(consumer, store, topics -> idsOf(topics, topicId)),
                        new BatchWriter(
                                store,
                                reader,
                                new MassBreaker(config),
                                meters,
                                io.broadsheet.runtime.trace.Tracing.off()),
                        new LetterRelay(store, () -> relayed),
                        progress,
                        meters.lag());
        SinkLoop loop = new SinkLoop(parts, config, this::now);
        loop.begin();
        consumer.updateBeginningOffsets(Map.of(ARTICLES, 0L, LETTERS, 0L));
        consumer.updateEndOffsets(ends);
        consumer.rebalance(List.of(ARTICLES, LETTERS));
        loop.turn();
        log.forEach(consumer::addRecord);
        return new Life(consumer, loop, progress);
    }

    Life begin(ArticleStore store) {
        return begin(store, CONFIG, TOPIC_ID);
    }

    /** Lets it work until everything is stored; time passes from turn to turn. */
    void untilStored(Life life) {
        for (int turn = 0; turn < 200; turn++) {
            if (life.progress().position().equals(ends) && turn > 2) {
                return;
            }
            now = now.plusSeconds(1);
            life.loop().turn();
        }
        throw new AssertionError("not stored: " + life.progress().position() + " of " + ends);
    }

    /** One more turn, after this time. */
    void turn(Life life, Duration later) {
        now = now.plus(later);
        life.loop().turn();
    }

    private static Map<String, Uuid> idsOf(java.util.Set<String> topics, Uuid id) {
        return topics.stream().collect(Collectors.toMap(topic -> topic, _ -> id));
    }
}
