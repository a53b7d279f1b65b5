package io.broadsheet.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A time of its own, which passes as usual and faster when a test says so, and which holds up a
 * poller that is to be dead.
 */
final class TestClock implements InstantSource {

    private static final String LOOP = "ingest-feeds";

    private final AtomicReference<Instant> start;
    private final long startNanos = System.nanoTime();
    private volatile boolean stopsBeforeCommit;
    private final CountDownLatch goesOn = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    TestClock(Instant start) {
        this.start = new AtomicReference<>(start);
    }

    void pass(Duration time) {
        start.updateAndGet(it -> it.plus(time));
    }

    /** From now on a poller that is about to commit stops there, as if its process were gone. */
    void stopBeforeCommit() {
        stopsBeforeCommit = true;
    }

    boolean hasStopped() {
        return stopped.getCount() == 0;
    }

    void goOn() {
        stopsBeforeCommit = false;
        goesOn.countDown();
    }

    @Override
    public Instant instant() {
        if (stopsBeforeCommit && Thread.currentThread().getName().equals(LOOP) && commits()) {
            stopped.countDown();
            try {
                goesOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return start.get().plusNanos(System.nanoTime() - startNanos);
    }

    private static boolean commits() {
        return StackWalker.getInstance()
                .walk(frames ->
                        frames.anyMatch(frame ->
                                frame.getClassName().endsWith("PollSession")
                                        && frame.getMethodName().equals("write")));
    }
}
