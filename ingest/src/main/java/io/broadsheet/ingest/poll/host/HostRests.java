package io.broadsheet.ingest.poll.host;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Until when hosts want to be left alone. May be used by many threads. */
public final class HostRests {

    private final Map<String, Instant> untilByHost = new ConcurrentHashMap<>();

    /** Nobody has asked for anything yet. */
    public HostRests() {}

    /** A host has asked to be left alone until then; what it asked for before holds too. */
    public void ask(String host, Instant until) {
        untilByHost.merge(host, until, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Until when a host wants to be left alone; long ago if it never said so. */
    public Instant until(String host) {
        return untilByHost.getOrDefault(host, Instant.EPOCH);
    }
}
