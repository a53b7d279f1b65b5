package io.broadsheet.web.fetch;

import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The end of a whole fetch, kept from outside: at its time the request on the way is cut, since a
 * peer that sends a byte now and then never trips the timeout of a socket.
 */
final class TimeBound implements AutoCloseable {

    private final long endNanos;
    private final ScheduledFuture<?> alarm;
    private final Abort abort;
    private final Runnable cut = this::expire;
    private @Nullable Cancellable onTheWay;
    private boolean expired;

    /**
     * @param abort whoever calls it makes the time run out
     */
    TimeBound(Duration timeMax, ScheduledExecutorService scheduler, Abort abort) {
        this.abort = abort;
        this.endNanos = System.nanoTime() + timeMax.toNanos();
        this.alarm = scheduler.schedule(cut, timeMax.toNanos(), TimeUnit.NANOSECONDS);
        abort.add(cut);
    }

    /** From now on this request is the one to cut. */
    synchronized void watch(Cancellable request) {
        onTheWay = request;
        if (expired) {
            request.cancel();
        }
    }

    private synchronized void expire() {
        expired = true;
        if (onTheWay != null) {
            onTheWay.cancel();
        }
    }

    /** Whether the time has run out. */
    synchronized boolean expired() {
        return expired || System.nanoTime() >= endNanos;
    }

    /** What is left, at least a millisecond, because the client takes zero for no limit. */
    Duration left() {
        Duration left = Duration.ofNanos(endNanos - System.nanoTime());
        return left.toMillis() < 1 ? Duration.ofMillis(1) : left;
    }

    @Override
    public void close() {
        alarm.cancel(false);
        abort.remove(cut);
    }
}
