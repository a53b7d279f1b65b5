package io.broadsheet.desk.letters;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.RecordText;
import io.broadsheet.operate.replay.Replay;
import io.broadsheet.operate.replay.ReplayReport;
import io.broadsheet.operate.replay.ReplayRequest;
import io.broadsheet.runtime.claim.ClaimStore;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Replays letters, one request after the other, and remembers what the latest twenty did. */
public final class Replays {

    private static final int KEPT_MAX = 20;

    /**
     * What a replay did.
     *
     * @param number of it
     * @param at when it ended
     * @param what was asked for
     * @param lines counts of what went where, and what became of it
     * @param failed how many could not be replayed
     */
    public record Done(int number, Instant at, String what, List<ObjectNode> lines, int failed) {}

    private final ClaimStore claims;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<Integer, Done> done = new LinkedHashMap<>();
    private int last;

    Replays(ClaimStore claims) {
        this.claims = claims;
    }

    /**
     * Does it, after those who came before.
     *
     * @param what is asked for, in words
     * @return the number under which the result is found
     */
    int perform(Cluster cluster, ReplayRequest request, String what) {
        turn.lock();
        try {
            ReplayReport report = new Replay(cluster, claims, request).perform();
            List<ObjectNode> lines = report.json().stream().map(RecordText::parse).toList();
            return keep(cluster.clock().instant(), what, lines, report.failed());
        } finally {
            turn.unlock();
        }
    }

    private synchronized int keep(Instant at, String what, List<ObjectNode> lines, int failed) {
        last++;
        done.put(last, new Done(last, at, what, lines, failed));
        done.remove(last - KEPT_MAX);
        return last;
    }

    synchronized Optional<Done> find(int number) {
        return Optional.ofNullable(done.get(number));
    }
}
