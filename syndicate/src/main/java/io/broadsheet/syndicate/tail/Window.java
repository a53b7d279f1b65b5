package io.broadsheet.syndicate.tail;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The latest records of a topic, in the order in which they came, for any number of readers. It
 * holds so many records and so many bytes and no more, whoever reads how slowly: whoever is behind
 * its oldest record has lost the thread.
 */
public final class Window {

    private static final int READ_MAX = 100;

    private final int entriesMax;
    private final long bytesMax;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long first;
    private long bytes;
    private boolean closed;
    private Positions start = Positions.none();
    private Positions end = Positions.none();

    /**
     * @param entriesMax records
     * @param bytesMax bytes of their values
     */
    public Window(int entriesMax, long bytesMax) {
        this.entriesMax = entriesMax;
        this.bytesMax = bytesMax;
    }

    /**
     * Where a reader begins.
     *
     * @param next number of the record that is next
     * @param positions what it has behind it
     */
    public record Place(long next, Positions positions) {}

    /** Says where the topic is read from. */
    public void begin(Positions positions) {
        lock.lock();
        try {
            start = positions;
            end = positions;
        } finally {
            lock.unlock();
        }
    }

    /** Adds the newest record. */
    public void append(Entry entry) {
        lock.lock();
        try {
            entries.addLast(entry);
            bytes += entry.bytes();
            end = end.with(entry.mark().partition(), entry.mark().offset() + 1);
            while (entries.size() > 1 && (entries.size() > entriesMax || bytes > bytesMax)) {
                forget(entries.removeFirst());
            }
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void forget(Entry oldest) {
        first++;
        bytes -= oldest.bytes();
        start = start.with(oldest.mark().partition(), oldest.mark().offset() + 1);
    }

    /** What was read so far. */
    public Positions end() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    /** Behind the newest record. */
    public Place atEnd() {
        lock.lock();
        try {
            return new Place(first + entries.size(), end);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The place of a reader who has read so far; empty if records that he has not read are not here
     * any more.
     */
    public Optional<Place> from(Positions positions) {
        lock.lock();
        try {
            return positions.isAtLeast(start)
                    ? Optional.of(new Place(first + leadRead(positions), positions))
                    : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** How many records in front were read already: to be overtaken by those is no loss. */
    private long leadRead(Positions positions) {
        return entries.stream()
                .map(Entry::mark)
                .takeWhile(mark -> mark.offset() < positions.of(mark.partition()))
                .count();
    }

    /**
     * The next records; none if there are none for so long.
     *
     * @param next number of the record that is next
     * @return empty if that one is not here any more
     */
    public Optional<List<Entry>> read(long next, Duration wait) throws InterruptedException {
        lock.lock();
        try {
            long nanosLeft = wait.toNanos();
            while (next >= first + entries.size() && nanosLeft > 0 && !closed) {
                nanosLeft = more.awaitNanos(nanosLeft);
            }
            return next < first ? Optional.empty() : Optional.of(slice(next - first));
        } finally {
            lock.unlock();
        }
    }

    private List<Entry> slice(long skipped) {
        var slice = new ArrayList<Entry>();
        entries.stream().skip(skipped).limit(READ_MAX).forEach(slice::add);
        return slice;
    }

    /** Wakes all readers; nobody waits any more. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether no more will come. */
    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Records that it holds. */
    public int size() {
        lock.lock();
        try {
            return entries.size();
        } finally {
            lock.unlock();
        }
    }
}
