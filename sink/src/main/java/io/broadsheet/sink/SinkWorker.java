package io.broadsheet.sink;

import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.sink.SinkStoppedException.Code;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.v1.DeadLetter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One thread of a sink: a member of its consumer group with partitions and a store of its own. It
 * closes its store when it ends.
 */
final class SinkWorker {

    private static final Logger LOG = LoggerFactory.getLogger(SinkWorker.class);
    private static final Duration LEAVE_TIME_MAX = Duration.ofSeconds(5);
    private static final int FETCH_BYTES_MAX = 16 * 1024 * 1024;

    private final String name;
    private final KafkaAccess access;
    private final ArticleStore store;
    private final SinkConfig config;
    private final Undertaker undertaker;
    private final SinkProgress progress = new SinkProgress();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicReference<Optional<Running>> running =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Throwable>> failure =
            new AtomicReference<>(Optional.empty());
    private final SinkMeters watched;
    private MeterRegistry meters = new CompositeMeterRegistry();

    /**
     * @param name of this member in the group; another one of the same name takes over
     * @param store used by this worker alone, and closed by it
     */
    SinkWorker(
            String name,
            KafkaAccess access,
            ArticleStore store,
            SinkConfig config,
            Watched watched) {
        this.name = name;
        this.access = access;
        this.store = store;
        this.config = config;
        this.undertaker = watched.undertaker();
        this.watched = watched.meters();
    }

    /** Who buries, and who counts. */
    record Watched(Undertaker undertaker, SinkMeters meters) {}

    private record Running(Consumer<byte[], byte[]> consumer, Thread thread) {}

    /** Tells this registry about its Kafka client. Called before {@link #start}. */
    void bindTo(MeterRegistry registry) {
        meters = registry;
    }

    void start() {
        Consumer<byte[], byte[]> consumer = consumer();
        Thread thread = Thread.ofPlatform().name("sink-" + name).unstarted(() -> run(consumer));
        running.set(Optional.of(new Running(consumer, thread)));
        thread.start();
    }

    /** Why it ended by itself, if it did. */
    Optional<Throwable> failure() {
        return failure.get();
    }

    /** How far it has come. */
    SinkProgress progress() {
        return progress;
    }

    /** Lets it finish what is in hand; {@link #join} waits for that. */
    void stop() {
        stopping.set(true);
        running.get().ifPresentOrElse(it -> it.consumer().wakeup(), store::close);
    }

    /**
     * Waits for the end after {@link #stop}.
     *
     * @return whether it has ended
     */
    boolean join(Duration timeMax) throws InterruptedException {
        Optional<Running> started = running.get();
        return started.isEmpty() || started.get().thread().join(timeMax);
    }

    private void run(Consumer<byte[], byte[]> consumer) {
        try (store;
                var measured = new KafkaClientMetrics(consumer);
                LetterRelay relay = new LetterRelay(store, this::producer)) {
            measured.bindTo(meters);
            watched.lag().read(this, consumer::metrics);
            runLoop(loop(consumer, relay));
        } catch (Throwable e) { // the thread's end: told to whoever watches the service
            failed(e);
        } finally {
            watched.lag().leave(this);
            leave(consumer);
        }
    }

    private void runLoop(SinkLoop loop) {
        try {
            loop.begin();
            while (!stopping.get()) {
                loop.turn();
            }
        } catch (WakeupException e) {
            LOG.atDebug().log("woken up to stop");
        }
        loop.finish();
    }

    private void failed(Throwable cause) {
        Throwable told =
                switch (cause) {
                    case FencedInstanceIdException e ->
                            new SinkStoppedException(
                                    Code.SINK_FENCED,
                                    "another sink of this name has taken over: " + e.getMessage());
                    case InvalidOffsetException e ->
                            new SinkStoppedException(
                                    Code.SINK_OFFSET_MISMATCH,
                                    "the log lost records before they were stored: "
                                            + e.getMessage());
                    default -> cause;
                };
        failure.set(Optional.of(told));
        LOG.atError().addKeyValue("worker", name).setCause(told).log("sink stopped");
    }

    private static void leave(Consumer<byte[], byte[]> consumer) {
        try {
            consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(LEAVE_TIME_MAX));
        } catch (RuntimeException e) {
            LOG.atDebug().addKeyValue("error", e.getMessage()).log("consumer did not leave");
        }
    }

    private SinkLoop loop(Consumer<byte[], byte[]> consumer, LetterRelay relay) {
        InstantSource clock = undertaker.letters().clock();
        Map<String, Object> ids = access.adminProperties("sink-" + name + "-admin");
        Claims claims = new Claims(consumer, store, new ClusterTopicIds(ids));
        RowReader reader = new RowReader(access.registry(), undertaker);
        BatchWriter writer =
                new BatchWriter(store, reader, new MassBreaker(config), watched, access.tracing());
        var parts = new SinkLoop.Parts(consumer, claims, writer, relay, progress, watched.lag());
        return new SinkLoop(parts, config, clock);
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> properties =
                new HashMap<>(access.consumerProperties(store.kind().group(), "sink-" + name));
        properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, name);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batchRecordsMax());
        properties.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES_MAX);
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Producer<String, DeadLetter> producer() {
        return new KafkaProducer<>(
                access.producerProperties("sink-" + name + "-relay"),
                new StringSerializer(),
                AvroSerde.of(store.kind().deadLetters(), access.registry()).serializer());
    }
}
