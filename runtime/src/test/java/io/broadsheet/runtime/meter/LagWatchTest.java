package io.broadsheet.runtime.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far behind a reader is, in time. */
class LagWatchTest {

    private static final TopicPartition FIRST = new TopicPartition("news.raw.v1", 0);
    private static final TopicPartition SECOND = new TopicPartition("news.raw.v1", 1);
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Map<MetricName, Metric> client = new HashMap<>();
    private Instant now = START;
    private final LagWatch lag = new LagWatch(meters, "sink", () -> now);

    @Test
    void whoHasNothingToDoIsNotBehindHoweverLongAgoTheLastRecordWas() {
        lag.read(this, () -> client);
        lag.done(FIRST, START.minus(Duration.ofDays(3)).toEpochMilli());

        assertThat(seconds()).isZero();
        assertThat(records()).isZero();
    }

    @Test
    void whatIsInHandCountsUntilItIsDone() {
        lag.begin(FIRST, START.minusSeconds(10).toEpochMilli());
        lag.begin(FIRST, START.minusSeconds(5).toEpochMilli());
        now = START.plusSeconds(60);
        assertThat(seconds()).isEqualTo(70);

        lag.done(FIRST, START.minusSeconds(5).toEpochMilli());
        assertThat(seconds()).isZero();
    }

    @Test
    void underSteadyLoadItIsTheAgeOfWhatIsOldestInHandNow() {
        lag.begin(FIRST, START.toEpochMilli());
        for (int second = 1; second <= 100; second++) {
            now = START.plusSeconds(second);
            lag.begin(FIRST, now.toEpochMilli());
            lag.inHand(FIRST, now.minusSeconds(1).toEpochMilli());
            assertThat(seconds()).isEqualTo(1);
        }

        lag.done(FIRST, now.toEpochMilli());
        assertThat(seconds()).isZero();
    }

    @Test
    void ofWhatIsNotReadYetTheAgeOfTheLastRecordThatWasTells() {
        lag.read(this, () -> client);
        lag.done(FIRST, START.minusSeconds(100).toEpochMilli());
        lag.done(SECOND, START.minusSeconds(300).toEpochMilli());
        unread("news.raw.v1", 0, "sink-1", 7);

        assertThat(seconds()).isEqualTo(100);
        assertThat(records()).isEqualTo(7);
    }

    @Test
    void aRestoreIsNoLagAndDotsMayBeUnderscores() {
        lag.read(this, () -> client);
        lag.done(FIRST, START.minusSeconds(100).toEpochMilli());
        unread("news.raw.v1", 0, "x-restore-consumer", 9);
        assertThat(records()).isZero();

        unread("news_raw_v1", 0, "x-consumer", 4);
        assertThat(records()).isEqualTo(4);
    }

    @Test
    void partitionsThatSomebodyElseReadsAreForgotten() {
        lag.begin(FIRST, START.minusSeconds(10).toEpochMilli());
        lag.forget(List.of(FIRST));

        assertThat(seconds()).isZero();
    }

    private double seconds() {
        return meters.get("broadsheet.lag.seconds").tag("topic", "news.raw.v1").gauge().value();
    }

    private double records() {
        return meters.get("broadsheet.lag.records").tag("topic", "news.raw.v1").gauge().value();
    }

    private void unread(String topic, int partition, String clientId, double records) {
        var name =
                new MetricName(
                        "records-lag",
                        "consumer-fetch-manager-metrics",
                        "",
                        Map.of(
                                "topic", topic,
                                "partition", Integer.toString(partition),
                                "client-id", clientId));
        client.put(
                name,
                new Metric() {
                    @Override
                    public MetricName metricName() {
                        return name;
                    }

                    @Override
                    public Object metricValue() {
                        return records;
                    }
                });
    }
}
