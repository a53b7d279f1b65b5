package io.broadsheet.enrich.image.service;

import io.broadsheet.enrich.image.check.ScriptedOrigin;
import io.broadsheet.web.url.RegistrableHost;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What an origin sees of those who ask it, by registrable host: how many at once, and how many in a
 * second, both by its own clock. Safe for any number of threads.
 */
final class HostLog {

    /** How long it takes to answer: two at once are five in a second, if nobody holds them back. */
    private static final Duration ANSWER_TIME = Duration.ofMillis(300);

    private final CountDownLatch never = new CountDownLatch(1);
    private final Map<String, Entry> hosts = new HashMap<>();
    private final Duration window;

    /**
     * @param window in which starts are counted
     */
    HostLog(Duration window) {
        this.window = window;
    }

    /** The worst that one host has seen. */
    private static final class Entry {
        private final Deque<Long> starts = new ArrayDeque<>();
        private int total;
        private int inFlight;
        private int inFlightMax;
        private int startsMax;
    }

    /** Gives an answer after a while, and keeps the books. */
    void serve(ScriptedOrigin.Asked asked, OutputStream out, byte[] answer) throws IOException {
        String host = begin(asked);
        try {
            out.write(answer, 0, answer.length - 1);
            out.flush();
            boolean _ = never.await(ANSWER_TIME.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Before the last byte: nobody has the answer, and asks on, before it is written down.
            end(host);
        }
        out.write(answer, answer.length - 1, 1);
        out.flush();
    }

    private synchronized String begin(ScriptedOrigin.Asked asked) {
        String url = "http://" + asked.headers().get("host") + "/";
        String host = RegistrableHost.of(url).orElse(url);
        Entry entry = hosts.computeIfAbsent(host, _ -> new Entry());
        entry.total++;
        entry.inFlight++;
        entry.inFlightMax = Math.max(entry.inFlightMax, entry.inFlight);
        entry.starts.add(asked.atNanos());
        while (asked.atNanos() - entry.starts.getFirst() >= window.toNanos()) {
            entry.starts.removeFirst();
        }
        entry.startsMax = Math.max(entry.startsMax, entry.starts.size());
        return host;
    }

    private synchronized void end(String host) {
        Optional.ofNullable(hosts.get(host)).ifPresent(entry -> entry.inFlight--);
    }

    /** The hosts that were asked. */
    synchronized List<String> hosts() {
        return hosts.keySet().stream().sorted().toList();
    }

    /** Requests to all hosts. */
    synchronized int total() {
        return hosts.values().stream().mapToInt(entry -> entry.total).sum();
    }

    /** The most that were on the way to one host at once. */
    synchronized int inFlightMax() {
        return hosts.values().stream().mapToInt(entry -> entry.inFlightMax).max().orElse(0);
    }

    /** The most that began at one host in one window. */
    synchronized int startsMax() {
        return hosts.values().stream().mapToInt(entry -> entry.startsMax).max().orElse(0);
    }
}
