package io.broadsheet.enrich.image.service;

import io.broadsheet.enrich.image.check.CheckTarget;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One image to be checked, and all who wait for it. */
final class CheckJob {

    private final CheckTarget target;
    private final String site;
    private final List<Ticket> waiting = new ArrayList<>();
    private Instant deadline;
    private int tries;
    private boolean closed;
    private boolean due;

    private CheckJob(CheckTarget target, String site, Instant deadline) {
        this.target = target;
        this.site = site;
        this.deadline = deadline;
    }

    /**
     * One that somebody asked for.
     *
     * @param site whose lane it takes
     */
    static CheckJob asked(CheckTarget target, String site, Ticket first) {
        CheckJob job = new CheckJob(target, site, first.request().getDeadline());
        job.waiting.add(first);
        return job;
    }

    /**
     * One that nobody waits for: the last check no longer holds.
     *
     * @param deadline when it is no longer worth a try
     */
    static CheckJob due(CheckTarget target, String site, Instant deadline) {
        CheckJob job = new CheckJob(target, site, deadline);
        job.due = true;
        return job;
    }

    CheckTarget target() {
        return target;
    }

    String site() {
        return site;
    }

    /** Lets one more wait; false if the answer is already on its way. */
    synchronized boolean join(Ticket ticket) {
        if (closed) {
            return false;
        }
        waiting.add(ticket);
        Instant its = ticket.request().getDeadline();
        deadline = its.isAfter(deadline) ? its : deadline;
        return true;
    }

    /** When the last of those who wait no longer does. */
    synchronized Instant deadline() {
        return deadline;
    }

    /** Servers are asked for it from now on; a rebalance waits for that. */
    synchronized void begin() {
        waiting.forEach(ticket -> ticket.mark().begin());
    }

    /** It waits for another try. */
    synchronized void rest() {
        waiting.forEach(ticket -> ticket.mark().rest());
    }

    /**
     * Closes it if nobody waits any more, since other instances have taken over.
     *
     * @param ours whether this instance still is the one to ask the host
     */
    synchronized boolean closeIfDropped(boolean ours) {
        closed |= !(due && ours) && waiting.stream().allMatch(ticket -> ticket.mark().isDropped());
        return closed;
    }

    /** Closes it; those who waited come back. */
    synchronized List<Ticket> close() {
        closed = true;
        return List.copyOf(waiting);
    }

    /** Counts a try and says which pause comes before the next; empty if there is none. */
    synchronized <T> Optional<T> nextOf(List<T> pauses) {
        int index = tries;
        tries++;
        return index < pauses.size() ? Optional.of(pauses.get(index)) : Optional.empty();
    }
}
