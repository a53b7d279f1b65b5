package io.broadsheet.enrich.image.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The queue of one host: in order, few at once, at its pace. Safe for any number of threads. */
final class HostLane {

    private final Pace pace;
    private final int queueMax;
    private final int workersMax;
    private final Deque<CheckJob> queue = new ArrayDeque<>();
    private int workers;

    HostLane(Pace pace, int queueMax, int workersMax) {
        this.pace = pace;
        this.queueMax = queueMax;
        this.workersMax = workersMax;
    }

    Pace pace() {
        return pace;
    }

    /** Queues a job; false if too many wait already. */
    synchronized boolean offer(CheckJob job) {
        return queue.size() < queueMax && queue.add(job);
    }

    /** Queues a job that had its turn before; it was let in once and is not refused now. */
    synchronized void again(CheckJob job) {
        queue.addFirst(job);
    }

    /**
     * Whether one more worker should come; it must call {@link #next} until that is empty, or
     * {@link #leave}.
     */
    synchronized boolean hires() {
        if (workers >= workersMax || queue.isEmpty()) {
            return false;
        }
        workers++;
        return true;
    }

    /** The next job; if there is none the worker is dismissed. */
    synchronized Optional<CheckJob> next() {
        CheckJob job = queue.poll();
        if (job == null) {
            workers--;
        }
        return Optional.ofNullable(job);
    }

    /** A worker leaves before {@link #next} has dismissed it. */
    synchronized void leave() {
        workers--;
    }

    /** How many wait. */
    synchronized int waiting() {
        return queue.size();
    }

    /** Whether it could be forgotten without anybody noticing. */
    synchronized boolean isIdle(long nowNanos) {
        return workers == 0 && queue.isEmpty() && pace.isRested(nowNanos);
    }
}
