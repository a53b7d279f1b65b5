package io.broadsheet.enrich.image.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.ImageVerdict;

import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** How hosts are treated, by a clock that the test winds. */
class PoliteTest {

    private static final Instant NOW = Instant.parse("2026-03-13T00:00:00Z");
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void noTwoStartsAreCloserThanTheInterval() {
        Pace pace = new Pace(5, 2, new Random(1), 0);
        long now = 0;
        for (int i = 0; i < 1_000; i++) {
            StartWindow.Start start = pace.started(now);
            start.left(now);
            start.answered(now);
            long rest = pace.rest(now).toNanos();
            assertThat(rest).isBetween(SECOND / 5, SECOND * 21 / 100);
            now += rest;
        }
        // Of what the host allows no more than a twentieth is left unused.
        assertThat(now).isLessThan(1_000 * SECOND / 5 * 105 / 100);
    }

    @Test
    void whoStartsLateIsFollowedLate() {
        Pace pace = new Pace(5, 2, new Random(1), 0);
        pace.started(0);
        pace.started(SECOND);

        assertThat(pace.rest(SECOND)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void whoWaitsForItsNeedsHoldsBackThoseBehindIt() throws Exception {
        Pace pace = new Pace(100, 2, new Random(1), System.nanoTime());
        CountDownLatch need = new CountDownLatch(1);
        List<Long> starts = new CopyOnWriteArrayList<>();
        long begun;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 3; i++) {
                Future<?> _ =
                        threads.submit(() -> {
                            pace.awaitFirst(need::await).ended(System.nanoTime());
                            starts.add(System.nanoTime());
                            return true;
                        });
            }
            begun = System.nanoTime();
            need.countDown();
        }

        // What is noted is a little after what was granted: the whole is compared, not each step.
        assertThat(starts).hasSize(3);
        assertThat(Collections.max(starts) - begun).isGreaterThanOrEqualTo(2 * SECOND / 100);
    }

    @Test
    void whoHasWhatItNeedsPassesThoseWhoWaitForIt() throws Exception {
        Pace pace = new Pace(100, 2, new Random(1), System.nanoTime());
        Semaphore need = new Semaphore(0);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> waiting =
                    threads.submit(() -> {
                        pace.awaitFirst(need::acquire).ended(System.nanoTime());
                        return true;
                    });
            Awaitility.await().until(need::hasQueuedThreads);
            pace.await().ended(System.nanoTime());
            need.release();

            assertThat(waiting.get()).isTrue();
        }
    }

    @Test
    void noWindowOfASecondHoldsMoreHoweverLateRequestsGoOut() {
        Random random = new Random(3);
        Pace pace = new Pace(5, 2, new Random(1), 0);
        List<Long> arrivals = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < 2_000; i++) {
            StartWindow.Start start = pace.started(now);
            // Some have to open their connection first.
            long late = random.nextInt(3) == 0 ? random.nextLong(SECOND / 2) : 0;
            start.left(now + late);
            arrivals.add(now + late);
            now += Math.max(1, pace.rest(now).toNanos());
            while (!pace.rest(now).isZero()) {
                now += pace.rest(now).toNanos();
            }
        }

        Collections.sort(arrivals);
        for (int i = 5; i < arrivals.size(); i++) {
            assertThat(arrivals.get(i) - arrivals.get(i - 5)).isGreaterThanOrEqualTo(SECOND);
        }
        assertThat(now).isLessThan(2_000 * SECOND / 5 * 3 / 2);
    }

    @Test
    void whatHasNotGoneOutYetCountsUntilItHas() {
        Pace pace = new Pace(5, 2, new Random(1), 0);
        List<StartWindow.Start> starts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            starts.add(pace.started(i * SECOND / 4));
        }

        assertThat(pace.rest(60 * SECOND)).isPositive();
        starts.getFirst().left(60 * SECOND);
        assertThat(pace.rest(60 * SECOND)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.isRested(62 * SECOND)).isFalse();
        starts.forEach(start -> start.ended(61 * SECOND));
        assertThat(pace.isRested(62 * SECOND)).isTrue();
    }

    @Test
    void nobodyIsAskedBeforeItsTime() {
        Pace pace = new Pace(5, 2, new Random(1), 0);
        pace.notBefore(3 * SECOND);
        pace.notBefore(2 * SECOND);

        assertThat(pace.rest(2 * SECOND)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void hostsOfAPartitionThatHasJustComeRestASecond() {
        var territory = new Territory();
        var one = new TopicPartition("requests", 0);
        assertThat(territory.openNanos("example.com")).isEmpty();
        territory.hold(List.of(one), 1, 7 * SECOND);
        territory.hold(List.of(one), 1, 9 * SECOND);

        assertThat(territory.openNanos("example.com")).contains(8 * SECOND);
        territory.hold(List.of(), 1, 10 * SECOND);
        assertThat(territory.includes("example.com")).isFalse();
        territory.hold(List.of(one), 1, 11 * SECOND);
        assertThat(territory.openNanos("example.com")).contains(12 * SECOND);
    }

    @Test
    void restIsNotSavedUp() {
        Pace pace = new Pace(5, 2, new Random(1), 0);

        assertThat(pace.isRested(60 * SECOND)).isTrue();
        pace.started(60 * SECOND).left(60 * SECOND);
        assertThat(pace.rest(60 * SECOND)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aHostIsLeftAloneAfterFiveFailuresInARowAndThenGetsOneTry() {
        HostBreakers breakers = new HostBreakers(Politeness.defaults());
        for (int i = 0; i < 5; i++) {
            assertThat(breakers.open("i.example", NOW)).isEmpty();
            breakers.note("i.example", ImageVerdict.TIMEOUT, NOW);
        }
        Instant later = NOW.plusSeconds(61);

        assertThat(breakers.open("i.example", NOW)).contains(ImageVerdict.TIMEOUT);
        assertThat(breakers.open("other.example", NOW)).isEmpty();
        assertThat(breakers.open("i.example", later)).isEmpty();
        breakers.note("i.example", ImageVerdict.TIMEOUT, later);
        assertThat(breakers.open("i.example", later)).isPresent();
    }

    @Test
    void missingImagesAreNoFailureOfTheirHost() {
        HostBreakers breakers = new HostBreakers(Politeness.defaults());
        for (int i = 0; i < 4; i++) {
            breakers.note("i.example", ImageVerdict.SERVER_ERROR, NOW);
        }
        breakers.note("i.example", ImageVerdict.NOT_FOUND, NOW);
        breakers.note("i.example", ImageVerdict.SERVER_ERROR, NOW);

        assertThat(breakers.open("i.example", NOW)).isEmpty();
    }
}
