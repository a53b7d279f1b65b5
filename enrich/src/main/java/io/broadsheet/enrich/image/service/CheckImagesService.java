package io.broadsheet.enrich.image.service;

import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.meter.LagWatch;
import io.broadsheet.runtime.service.Service;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Answers requests to check images, for as long as it is open. A request is committed only when its
 * answer and the fact are acknowledged by the broker, so a kill loses nothing and repeats little.
 */
public final class CheckImagesService implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(CheckImagesService.class);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(20);
    private static final Duration LEAVE_MAX = Duration.ofSeconds(3);

    /** Longer and the checker starts without what is still to be read. */
    private static final Duration FACTS_WAIT_MAX = Duration.ofSeconds(60);

    /** So that after a kill the partitions are taken over soon. */
    private static final int SESSION_TIMEOUT_MS = 10_000;

    private static final int HEARTBEAT_MS = 3_000;

    private final CheckImagesConfig config;
    private final KafkaAccess kafka;
    private final DeadLetters letters;
    private final InstantSource clock;
    private final Thread thread;
    private final AtomicReference<Optional<Throwable>> failure =
            new AtomicReference<>(Optional.empty());
    private volatile boolean stopping;
    private volatile boolean running;
    private MeterRegistry meters = new CompositeMeterRegistry();

    /**
     * @param letters who buries what cannot be read
     * @param clock for deadlines, and for when checks were made and expire
     */
    public CheckImagesService(
            CheckImagesConfig config, KafkaAccess kafka, DeadLetters letters, InstantSource clock) {
        this.config = config;
        this.kafka = kafka;
        this.letters = letters;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name(name()).unstarted(this::run);
    }

    @Override
    public String name() {
        return "check-images";
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public Optional<Throwable> failure() {
        return failure.get();
    }

    /** Empty once it has joined its group and takes requests. */
    @Override
    public Optional<String> notReady() {
        return failure()
                .map(Throwable::toString)
                .or(() ->
                        running
                                ? Optional.empty()
                                : Optional.of("waiting for Kafka, or reading what is known"));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        meters = registry;
    }

    /** Whether it has joined its group and takes requests. */
    public boolean isRunning() {
        return running;
    }

    @Override
    public void close() {
        stopping = true;
        try {
            if (!thread.join(CLOSE_MAX)) {
                thread.interrupt();
                LOG.atWarn()
                        .addKeyValue("seconds", CLOSE_MAX.toSeconds())
                        .log("did not close in time");
            }
        } catch (InterruptedException _) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private boolean goesOn() {
        return !stopping && failure.get().isEmpty();
    }

    private void fail(Throwable thrown) {
        if (!stopping && failure.compareAndSet(Optional.empty(), Optional.of(thrown))) {
            LOG.atError().setCause(thrown).log("the image checker stops");
        }
    }

    private void run() {
        try {
            NeededTopics.await(kafka);
            work();
        } catch (Throwable e) { // the thread's end: told to whoever watches the service
            fail(e);
        } finally {
            running = false;
        }
    }

    private void work() throws InterruptedException {
        try (Workshop workshop =
                new Workshop(
                        new Workshop.Site(config, kafka, letters, clock, meters), this::fail)) {
            if (!workshop.awaitFacts(FACTS_WAIT_MAX)) {
                LOG.atWarn().log("starts before all facts are read");
            }
            Consumer<byte[], byte[]> consumer = consumer();
            try (var measured = new KafkaClientMetrics(consumer)) {
                measured.bindTo(meters);
                take(consumer, workshop);
            } finally {
                consumer.close(CloseOptions.timeout(LEAVE_MAX));
            }
        }
    }

    private void take(Consumer<byte[], byte[]> consumer, Workshop workshop)
            throws InterruptedException {
        var codec = new RequestCodec(kafka.registry());
        var lag = new LagWatch(meters, name(), clock);
        lag.read(this, consumer::metrics);
        var look = new RequestLoop.Look(lag, kafka.tracing());
        var loop = new RequestLoop(consumer, codec, config.workload(), workshop, look);
        loop.begin();
        running = true;
        while (goesOn()) {
            loop.turn();
        }
        workshop.finish();
        loop.finish();
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> properties = kafka.consumerProperties(config.groupId(), name());
        properties.putIfAbsent(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        if ("classic".equals(properties.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG))) {
            properties.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
            properties.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
            properties.putIfAbsent(
                    ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                    CooperativeStickyAssignor.class.getName());
        }
        config.instanceId()
                .ifPresent(id -> properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id));
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
