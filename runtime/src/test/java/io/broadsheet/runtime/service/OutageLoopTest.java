package io.broadsheet.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** What ends the thread of a service, and what it says then. */
class OutageLoopTest {

    private static final Duration PAUSE = Duration.ofMillis(1);

    @Test
    void anErrorEndsItAsAFailure() {
        var thrown = new AssertionError("made up");

        assertFails(
                thrown,
                _ -> {
                    throw thrown;
                });
    }

    @Test
    void soDoesAClassThatCannotBeLoaded() {
        var thrown = new NoClassDefFoundError("made/Up");

        assertFails(
                thrown,
                _ -> {
                    throw thrown;
                });
    }

    @Test
    void soDoesWhatOnlySomebodysHandCanMend() {
        var thrown = new AuthorizationException("not yours");

        assertFails(
                thrown,
                _ -> {
                    throw thrown;
                });
    }

    @Test
    void soDoesADiskThatCannotBeRead() {
        var thrown = new IOException("made up");

        assertFails(
                thrown,
                _ -> {
                    throw thrown;
                });
    }

    private static void assertFails(Throwable thrown, OutageLoop.Work work) {
        try (var loop = new OutageLoop("test", PAUSE, work)) {
            loop.start();

            await().until(() -> loop.failure().isPresent());
            assertThat(loop.failure()).containsSame(thrown);
            assertThat(loop.notReady()).contains(thrown.toString());
        }
    }

    @Test
    void anOutageIsWaitedForAndIsNoFailure() throws InterruptedException {
        var runs = new AtomicInteger();
        var through = new CountDownLatch(1);
        OutageLoop.Work work =
                loop -> {
                    if (runs.incrementAndGet() < 3) {
                        throw new TimeoutException("made up");
                    }
                    loop.clear();
                    through.countDown();
                    loop.rest(Duration.ofMinutes(1));
                };
        try (var loop = new OutageLoop("test", PAUSE, work)) {
            loop.start();

            through.await();
            assertThat(loop.failure()).isEmpty();
            assertThat(loop.notReady()).isEmpty();
        }
    }

    @Test
    void whatBreaksAsItIsClosedIsNoFailure() throws InterruptedException {
        var working = new CountDownLatch(1);
        OutageLoop.Work work =
                loop -> {
                    working.countDown();
                    loop.rest(Duration.ofMinutes(1));
                    throw new AssertionError("made up");
                };
        var loop = new OutageLoop("test", PAUSE, work);
        loop.start();
        working.await();

        loop.close();

        assertThat(loop.failure()).isEmpty();
    }
}
