package io.broadsheet.ingest.backfill;

import io.broadsheet.ingest.publish.AccessClients;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.service.OutageLoop;
import io.broadsheet.runtime.service.Service;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Lets backfilled articles go on to enrichment as fast as that does not delay what is new: only
 * while enrichment and image checks are hardly behind. All instances form a group that shares out
 * the partitions.
 */
public final class BackfillService implements Service {

    /** How much of a lead is given at once; the least that pays for a transaction. */
    private static final int STEP = 100;

    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(2);
    private static final Duration BLOCKED_PAUSE = Duration.ofMillis(200);

    /** No source id begins with a dash, so none of an ingest of files is the same. */
    private static final String TRANSACTIONS = "broadsheet-ingest--backfill-move-";

    private final BackfillConfig config;
    private final KafkaAccess kafka;
    private final InstantSource clock;
    private final String transactionalId = TRANSACTIONS + UUID.randomUUID();
    private final OutageLoop loop;
    private Optional<Counter> moved = Optional.empty();
    private volatile boolean blocked;

    /**
     * @param clock for the times of records
     */
    public BackfillService(BackfillConfig config, KafkaAccess kafka, InstantSource clock) {
        this.config = config;
        this.kafka = kafka;
        this.clock = clock;
        this.loop = new OutageLoop("backfill", OUTAGE_PAUSE, this::work);
    }

    @Override
    public String name() {
        return "backfill";
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public Optional<Throwable> failure() {
        return loop.failure();
    }

    @Override
    public Optional<String> notReady() {
        return loop.notReady();
    }

    /** {@code broadsheet_backfill_articles_total} and {@code broadsheet_backfill_blocked}. */
    @Override
    public void bindTo(MeterRegistry registry) {
        moved =
                Optional.of(
                        Counter.builder("broadsheet.backfill.articles")
                                .description("backfilled articles that went on to enrichment")
                                .register(registry));
        Gauge.builder("broadsheet.backfill.blocked", this, it -> it.blocked ? 1 : 0)
                .description("1 while backfilled articles wait for those who come after")
                .register(registry);
    }

    private void work(OutageLoop own) throws InterruptedException {
        Producer<byte[], byte[]> producer = new AccessClients(kafka).producer(transactionalId);
        try (var traffic =
                        new LiveTraffic(
                                Admin.create(kafka.adminProperties("broadsheet-backfill")),
                                config);
                var lane = new BackfillLane(member(), producer, clock)) {
            producer.initTransactions();
            own.clear();
            while (!own.isClosed()) {
                turn(own, traffic.open(), lane);
            }
        }
    }

    /** Asks the broker even if nothing may go on, so that it stays in its group. */
    private void turn(OutageLoop own, Set<Integer> open, BackfillLane lane)
            throws InterruptedException {
        blocked = open.isEmpty();
        int count = lane.move(open);
        moved.ifPresent(counter -> counter.increment(count));
        own.rest(
                blocked
                        ? BLOCKED_PAUSE
                        : Duration.ofSeconds(1)
                                .multipliedBy(count)
                                .dividedBy(config.perSecondMax()));
    }

    private Consumer<byte[], byte[]> member() {
        Map<String, Object> settings =
                kafka.consumerProperties(BackfillConfig.GROUP_ID, "broadsheet-backfill");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, STEP);
        settings.putIfAbsent(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        loop.close();
    }
}
