package io.broadsheet.runtime.meter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * How far a reader of topics is behind: {@code broadsheet_lag_records}, of all partitions that it
 * holds, and {@code broadsheet_lag_seconds}, of the one that is furthest behind; both by service
 * and topic.
 *
 * <p>In seconds it is the age of what is in hand and not done; if nothing is and the log goes on,
 * the age of what was done last; else 0. So it does not grow while there is nothing to do, and it
 * does grow while a database is away. Safe for any number of threads.
 */
public final class LagWatch {

    private static final double MILLIS = 1000;

    private final MeterRegistry registry;
    private final String service;
    private final InstantSource clock;
    private final Map<TopicPartition, Reading> readings = new ConcurrentHashMap<>();
    private final Map<String, Boolean> topics = new ConcurrentHashMap<>();
    private final Map<Object, Supplier<? extends Map<MetricName, ? extends Metric>>> clients =
            new ConcurrentHashMap<>();

    /**
     * @param registry may get its backends later
     * @param service as it is called in other metrics
     */
    public LagWatch(MeterRegistry registry, String service, InstantSource clock) {
        this.registry = registry;
        this.service = service;
        this.clock = clock;
    }

    /** Where a partition is being read; times in milliseconds since 1970, 0 for none. */
    private record Reading(long inHand, long done) {

        static final Reading NONE = new Reading(0, 0);

        Reading with(long timestamp) {
            return inHand == 0 ? new Reading(timestamp, done) : this;
        }
    }

    /**
     * Reads the figures of a Kafka client from now on.
     *
     * @param client whose they are, to be named in {@link #leave}
     * @param metrics of a consumer, or of Kafka Streams
     */
    public void read(Object client, Supplier<? extends Map<MetricName, ? extends Metric>> metrics) {
        clients.put(client, metrics);
    }

    /** The client is closing. */
    public void leave(Object client) {
        clients.remove(client);
    }

    /**
     * A record is in hand.
     *
     * @param timestamp of the record, in milliseconds since 1970
     */
    public void begin(TopicPartition partition, long timestamp) {
        watch(partition.topic());
        long since = known(timestamp);
        readings.merge(partition, Reading.NONE.with(since), (before, _) -> before.with(since));
    }

    /**
     * What is oldest of what is in hand of this partition, in place of what was said before.
     *
     * @param timestamp of that record, in milliseconds since 1970
     */
    public void inHand(TopicPartition partition, long timestamp) {
        watch(partition.topic());
        long since = known(timestamp);
        readings.merge(
                partition,
                Reading.NONE.with(since),
                (before, _) -> new Reading(since, before.done()));
    }

    /**
     * All that was in hand of this partition is done.
     *
     * @param timestamp of the last record, in milliseconds since 1970
     */
    public void done(TopicPartition partition, long timestamp) {
        watch(partition.topic());
        readings.put(partition, new Reading(0, known(timestamp)));
    }

    /** Where a record has no time of its own, it is as old as we have known it. */
    private long known(long timestamp) {
        return timestamp > 0 ? timestamp : clock.millis();
    }

    /** Somebody else reads these from now on. */
    public void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(readings::remove);
    }

    private void watch(String topic) {
        if (topics.putIfAbsent(topic, true) == null) {
            gauge("broadsheet.lag.seconds", topic, LagWatch::seconds)
                    .description("age of what is to be done next; 0 if there is nothing to do")
                    .baseUnit("seconds")
                    .register(registry);
            gauge("broadsheet.lag.records", topic, LagWatch::records)
                    .description("records that are not fetched yet")
                    .baseUnit("records")
                    .register(registry);
        }
    }

    private Gauge.Builder<LagWatch> gauge(String name, String topic, Figure figure) {
        return Gauge.builder(name, this, watch -> figure.of(watch, topic))
                .tag("service", service)
                .tag("topic", topic);
    }

    /** How far behind a topic is read, in seconds. */
    double seconds(String topic) {
        Map<TopicPartition, Double> unread = unread(topic);
        long now = clock.millis();
        var worst = new AtomicReference<>(0.0);
        readings.forEach((partition, reading) -> {
            if (partition.topic().equals(topic)) {
                boolean goesOn = unread.getOrDefault(partition, 0.0) > 0;
                worst.accumulateAndGet(age(reading, goesOn, now), Math::max);
            }
        });
        return worst.get();
    }

    /** How many records of a topic are not fetched. */
    double records(String topic) {
        return unread(topic).values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double age(Reading reading, boolean goesOn, long now) {
        long since = reading.inHand() > 0 ? reading.inHand() : goesOn ? reading.done() : 0;
        return since == 0 ? 0 : Math.max(0, (now - since) / MILLIS);
    }

    private Map<TopicPartition, Double> unread(String topic) {
        Map<TopicPartition, Double> unread = new HashMap<>();
        clients.values()
                .forEach(client ->
                        client.get()
                                .forEach((name, metric) -> {
                                    if (isLagOf(name, topic)
                                            && metric.metricValue() instanceof Double lag) {
                                        int partition =
                                                Integer.parseInt(name.tags().get("partition"));
                                        unread.merge(
                                                new TopicPartition(topic, partition),
                                                Math.max(0, lag),
                                                Math::max);
                                    }
                                }));
        return unread;
    }

    /** Kafka's clients have written topics with and without dots. A restore is no lag. */
    private static boolean isLagOf(MetricName name, String topic) {
        String told = Objects.requireNonNullElse(name.tags().get("topic"), "");
        String client = Objects.requireNonNullElse(name.tags().get("client-id"), "");
        return name.name().equals("records-lag")
                && name.tags().containsKey("partition")
                && !client.endsWith("-restore-consumer")
                && (told.equals(topic) || told.equals(topic.replace('.', '_')));
    }

    /** A figure of one topic. */
    private interface Figure {
        double of(LagWatch watch, String topic);
    }
}
