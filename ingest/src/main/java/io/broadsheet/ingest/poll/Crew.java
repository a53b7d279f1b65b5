package io.broadsheet.ingest.poll;

import io.broadsheet.ingest.poll.books.Entered;
import io.broadsheet.ingest.poll.books.KnownFeed;
import io.broadsheet.ingest.poll.lane.Requests.Received;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Makes visits, each on a thread of its own: one to a feed at a time, few to a host, not too many
 * in all. Everything but the visits themselves is done by one thread.
 */
final class Crew implements AutoCloseable {

    private static final int BATCH_MAX = 200;

    private final PollConfig.Load load;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Bounded by the visits under way. */
    private final BlockingQueue<Done> done = new LinkedBlockingQueue<>();

    private final Set<String> busyFeeds = new HashSet<>();
    private final Map<String, Integer> busyHosts = new HashMap<>();

    Crew(PollConfig.Load load) {
        this.load = load;
    }

    /**
     * A visit that has ended.
     *
     * @param feed that was visited
     * @param request why, if somebody had asked
     * @param outcome what it changes
     */
    record Done(KnownFeed feed, Optional<Received> request, Outcome outcome) {}

    /** How a visit ended. */
    sealed interface Outcome {

        /** It can be written. */
        record Entry(Entered entered) implements Outcome {}

        /** Something of ours broke, be it by an error: its place is free again all the same. */
        record Mishap(Throwable cause) implements Outcome {}
    }

    /** Whether one more may set out at all. */
    boolean hasRoom() {
        return busyFeeds.size() < load.inFlightMax();
    }

    /** Whether somebody is on his way for a feed, whose state is his until he is back. */
    boolean isBusy(KnownFeed feed) {
        return busyFeeds.contains(feed.sourceId());
    }

    /** Whether a feed may be visited now. */
    boolean hasRoomFor(KnownFeed feed) {
        return hasRoom()
                && !isBusy(feed)
                && busyHosts.getOrDefault(feed.host(), 0) < load.perHostMax();
    }

    /** Sets out. */
    void send(KnownFeed feed, Optional<Received> request, Callable<Entered> visit) {
        busyFeeds.add(feed.sourceId());
        busyHosts.merge(feed.host(), 1, Integer::sum);
        var _ = threads.submit(() -> done.add(new Done(feed, request, outcome(visit))));
    }

    private static Outcome outcome(Callable<Entered> visit) {
        try {
            return new Outcome.Entry(visit.call());
        } catch (Throwable e) { // the thread's end: told to whoever waits for the visit
            return new Outcome.Mishap(e);
        }
    }

    /** Those that have come back since, and whose places are free again. */
    List<Done> back() {
        List<Done> back = new ArrayList<>();
        done.drainTo(back, BATCH_MAX);
        for (Done one : back) {
            busyFeeds.remove(one.feed().sourceId());
            busyHosts.computeIfPresent(
                    one.feed().host(), (_, count) -> count == 1 ? null : count - 1);
        }
        return back;
    }

    /** How many are on their way. */
    int away() {
        return busyFeeds.size();
    }

    /** Calls back those on their way; what they bring is lost. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
