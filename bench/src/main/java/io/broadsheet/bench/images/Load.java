package io.broadsheet.bench.images;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The URLs to be asked for, each once, of one host after the other. Safe for any threads. */
final class Load {

    /** Requests on their way at once, with the checks and without. */
    static final int IN_FLIGHT = 200;

    /** As the fetcher opens them. */
    static final int CONNECTIONS_PER_HOST = 6;

    /** For one answer: one in a hundred hangs for longer. */
    static final Duration FETCH_TIME_MAX = Duration.ofSeconds(2);

    private final int port;
    private final int hosts;
    private final AtomicLong next;

    /**
     * @param first the number of the first image: those of another load must not come again
     */
    Load(int port, int hosts, long first) {
        this.port = port;
        this.hosts = hosts;
        this.next = new AtomicLong(first);
    }

    /** The next, of the next host. */
    String nextUrl() {
        long number = next.getAndIncrement();
        return "http://img.host%d.example:%d/%d.png".formatted(number % hosts, port, number);
    }
}
