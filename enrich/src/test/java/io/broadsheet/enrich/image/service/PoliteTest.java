package io.broadsheet.enrich.image.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.ImageVerdict;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
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
        Pace pace = new Pace(5, new Random(1), 0);
        long now = 0;
        for (int i = 0; i < 1_000; i++) {
            pace.started(now);
            long rest = pace.rest(now).toNanos();
            assertThat(rest).isBetween(SECOND / 5, SECOND * 21 / 100);
            now += rest;
        }
        // Of what the host allows no more than a twentieth is left unused.
        assertThat(now).isLessThan(1_000 * SECOND / 5 * 105 / 100);
    }

    @Test
    void whoStartsLateIsFollowedLate() {
        Pace pace = new Pace(5, new Random(1), 0);
        pace.started(0);
        pace.started(SECOND);

        assertThat(pace.rest(SECOND)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void whoWaitsForItsNeedsHoldsBackThoseBehindIt() throws Exception {
        Pace pace = new Pace(100, new Random(1), System.nanoTime());
        CountDownLatch need = new CountDownLatch(1);
        List<Long> starts = new CopyOnWriteArrayList<>();
        long begun;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 3; i++) {
                Future<?> _ =
                        threads.submit(() -> {
                            pace.awaitFirst(need::await);
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
        Pace pace = new Pace(100, new Random(1), System.nanoTime());
        Semaphore need = new Semaphore(0);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> waiting =
                    threads.submit(() -> {
                        pace.awaitFirst(need::acquire);
                        return true;
                    });
            Awaitility.await().until(need::hasQueuedThreads);
            pace.await();
            need.release();

            assertThat(waiting.get()).isTrue();
        }
    }

    @Test
    void whatWasNotAskedForIsPaidLater() {
        Pace pace = new Pace(5, new Random(1), 0);
        pace.started(0);
        for (int i = 0; i < 5; i++) {
            pace.charge(0);
        }

        assertThat(pace.rest(0)).isGreaterThanOrEqualTo(Duration.ofMillis(1_200));
        assertThat(pace.isRested(SECOND)).isFalse();
        assertThat(pace.isRested(2 * SECOND)).isTrue();
    }

    @Test
    void whatWasNotAskedForIsPaidAfterARestToo() {
        Pace pace = new Pace(5, new Random(1), 0);
        pace.charge(60 * SECOND);

        assertThat(pace.rest(60 * SECOND)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void restIsNotSavedUp() {
        Pace pace = new Pace(5, new Random(1), 0);

        assertThat(pace.isRested(60 * SECOND)).isTrue();
        pace.started(60 * SECOND);
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
