package io.broadsheet.syndicate.stream;

import io.broadsheet.syndicate.tail.Positions;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Writes server-sent events (WHATWG HTML, section 9.2). One thread writes; another may ask how long
 * it has been writing, and end it.
 */
final class EventWriter {

    private static final long IDLE = Long.MIN_VALUE;

    private final OutputStream out;
    private final char topic;
    private final Thread thread = Thread.currentThread();
    private volatile long writingSinceNanos = IDLE;
    private volatile boolean stalled;
    private long wroteNanos = System.nanoTime();

    /**
     * @param topic letter of the topic, for ids
     */
    EventWriter(OutputStream out, char topic) {
        this.out = out;
        this.topic = topic;
    }

    /** Says when to come again, and from where. */
    void open(Positions positions, Duration retry) throws IOException {
        send("retry: " + retry.toMillis() + "\nid: " + positions.text(topic) + "\n\n");
    }

    /** Sends an event; without an id while no place is known, so that a reader keeps his. */
    void event(String type, Positions positions, String data) throws IOException {
        var text = new StringBuilder(data.length() + 128);
        if (positions.partitions() > 0) {
            text.append("id: ").append(positions.text(topic)).append('\n');
        }
        text.append("event: ").append(type).append('\n');
        data.lines().forEach(line -> text.append("data: ").append(line).append('\n'));
        send(text.append('\n').toString());
    }

    /** Says that the stream lives, and how far it is though nothing was wanted. */
    void heartbeat(Positions positions) throws IOException {
        send(": heartbeat\nid: " + positions.text(topic) + "\n\n");
    }

    private void send(String text) throws IOException {
        writingSinceNanos = System.nanoTime();
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } finally {
            writingSinceNanos = IDLE;
            wroteNanos = System.nanoTime();
        }
    }

    /** How long nothing was written. For the thread that writes. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - wroteNanos);
    }

    /** Ends a write that takes longer than that, and with it the connection. */
    void endIfLonger(Duration writeMax) {
        long since = writingSinceNanos;
        if (since != IDLE && System.nanoTime() - since > writeMax.toNanos()) {
            stalled = true;
            thread.interrupt();
        }
    }

    /** Whether a write was ended, because it took too long. */
    boolean isStalled() {
        return stalled;
    }
}
