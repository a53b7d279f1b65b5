package io.broadsheet.ingest.poll;

import io.broadsheet.ingest.poll.Crew.Done;
import io.broadsheet.ingest.poll.books.Bookkeeper;
import io.broadsheet.ingest.poll.books.Entered;
import io.broadsheet.ingest.poll.books.KnownFeed;
import io.broadsheet.ingest.poll.health.FeedCondition;
import io.broadsheet.ingest.poll.health.FeedHealth;
import io.broadsheet.ingest.poll.health.HubCondition;
import io.broadsheet.ingest.poll.health.HubHealth;
import io.broadsheet.ingest.poll.host.HostDoors;
import io.broadsheet.ingest.poll.lane.Requests;
import io.broadsheet.ingest.poll.lane.Requests.Received;
import io.broadsheet.ingest.poll.table.FeedTable;
import io.broadsheet.ingest.poll.visit.FeedVisitor;
import io.broadsheet.ingest.poll.visit.Visit;
import io.broadsheet.ingest.poll.write.PollWriter;
import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.FetchReason;
import io.broadsheet.v1.FetchRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Polls, from one connection to Kafka to its end. Whatever fails at Kafka ends the session: the
 * next one reads anew what is committed, so nothing has to be remembered about the failure. Used by
 * one thread.
 */
final class PollSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PollSession.class);
    private static final Duration POLL = Duration.ofMillis(100);

    /** What waits while its feed is being looked at; no more is taken from Kafka then. */
    private static final int WAITING_MAX = 1_000;

    private static final long WAITING_BYTES_MAX = 32L * 1024 * 1024;

    private final Requests requests;
    private final FeedTable table;
    private final PollWriter writer;
    private final Desk desk;
    private final Crew crew;
    private final Agenda agenda;
    private final HubDesk hubs;
    private final Deque<Received> waiting = new ArrayDeque<>();
    private final Map<String, List<FetchRequest>> forwards = new HashMap<>();
    private final List<Entered> edits = new ArrayList<>();

    /**
     * What a session works with, whatever connection it has.
     *
     * @param config how feeds are polled
     * @param visitor makes visits
     * @param hubs how hubs are dealt with, and the doors of all hosts
     * @param clock the time
     */
    record Desk(
            PollConfig config, FeedVisitor visitor, HubDesk.Workplace hubs, InstantSource clock) {

        Bookkeeper bookkeeper() {
            return new Bookkeeper(config.bounds(), config.hub().isPresent());
        }
    }

    PollSession(Requests requests, FeedTable table, PollWriter writer, Desk desk) {
        this.requests = requests;
        this.table = table;
        this.writer = writer;
        this.desk = desk;
        this.crew = new Crew(desk.config().load());
        this.agenda = new Agenda(table, requests.lanes(), desk.config().bounds());
        this.hubs = new HubDesk(table, crew, desk.hubs());
    }

    /** One turn of a tenth of a second, or as long as Kafka takes. */
    List<Entered> turn() {
        requests.poll(POLL, hasRoomToWait()).forEach(waiting::add);
        if (requests.lanes().awaitOpening()) {
            table.reload();
            requests.openLanes(desk.clock().instant());
        }
        if (!hasLanes()) {
            return List.of();
        }
        table.readOn(this::isOurs);
        List<Entered> written = write(crew.back());
        hubs.setOut(this::isOurs);
        serve();
        hubs.plan(this::isOurs, desk.clock().instant()).forEach(this::edit);
        if (crew.away() < desk.config().load().inFlightMax()) {
            setOut();
        }
        return written;
    }

    private boolean hasRoomToWait() {
        long bytes =
                waiting.stream()
                        .map(it -> it.request().getBody())
                        .mapToLong(body -> body == null ? 0 : body.remaining())
                        .sum();
        return waiting.size() < WAITING_MAX && bytes < WAITING_BYTES_MAX;
    }

    private boolean isOurs(KnownFeed feed) {
        return requests.lanes().own(feed.host());
    }

    /** Whether it has hosts of its own. */
    boolean hasLanes() {
        return requests.lanes().size() > 0;
    }

    /** How our feeds are. */
    Map<FeedCondition, Long> conditions() {
        Instant now = desk.clock().instant();
        Map<FeedCondition, Long> counts = new EnumMap<>(FeedCondition.class);
        table.feeds().stream()
                .filter(this::isOurs)
                .forEach(feed -> counts.merge(FeedHealth.of(feed, now).condition(), 1L, Long::sum));
        return counts;
    }

    /** How long each of our feeds has brought nothing new. */
    Map<String, Duration> silence() {
        Instant now = desk.clock().instant();
        Map<String, Duration> since = new HashMap<>();
        table.feeds().stream()
                .filter(this::isOurs)
                .forEach(feed ->
                        FeedHealth.of(feed, now)
                                .silence()
                                .ifPresent(silence -> since.put(feed.sourceId(), silence)));
        return since;
    }

    /** How the hubs of our feeds are. */
    Map<HubCondition, Long> hubConditions() {
        Instant now = desk.clock().instant();
        Map<HubCondition, Long> counts = new EnumMap<>(HubCondition.class);
        table.feeds().stream()
                .filter(this::isOurs)
                .forEach(feed ->
                        counts.merge(
                                HubHealth.of(feed.stateOfUrl(), now).condition(), 1L, Long::sum));
        return counts;
    }

    private List<Entered> write(List<Done> back) {
        List<Entered> entries = new ArrayList<>(edits);
        edits.clear();
        for (Done done : back) {
            switch (done.outcome()) {
                case Crew.Outcome.Entry(Entered entered) -> {
                    if (isOursStill(done.feed(), entered)) {
                        entries.add(entered);
                    }
                }
                case Crew.Outcome.Mishap(Throwable cause) -> {
                    agenda.pause(done.feed().sourceId(), desk.clock().instant());
                    LOG.atWarn()
                            .addKeyValue("sourceId", done.feed().sourceId())
                            .addKeyValue("error", cause.toString())
                            .setCause(cause)
                            .log("a feed could not be dealt with, trying again later");
                }
            }
            done.request().ifPresent(requests::done);
        }
        var matter = new PollWriter.Matter(entries, forwards);
        forwards.clear();
        if (!matter.isEmpty()) {
            writer.write(matter, requests.offsets(), requests.generation(), desk.clock().instant());
            entries.forEach(this::written);
        }
        return entries;
    }

    /** Removed meanwhile, moved to another host by its operator, or the host is another's now. */
    private boolean isOursStill(KnownFeed visited, Entered entered) {
        String id = visited.sourceId();
        return (entered.log().isPresent() ? table.find(id) : table.findAny(id))
                .filter(now -> now.host().equals(visited.host()))
                .filter(this::isOurs)
                .isPresent();
    }

    private void written(Entered entered) {
        table.put(entered.state());
        if (entered.log().isPresent()) {
            agenda.done(entered.state().getSourceId());
        }
    }

    /** Deals with what was asked, in order for each feed; a feed that is busy keeps its own. */
    private void serve() {
        Deque<Received> later = new ArrayDeque<>();
        Set<String> postponed = new HashSet<>();
        while (!waiting.isEmpty()) {
            Received received = waiting.poll();
            String sourceId = received.request().getSourceId();
            if (postponed.contains(sourceId) || !served(received)) {
                postponed.add(sourceId);
                later.add(received);
            }
        }
        waiting.addAll(later);
    }

    private boolean served(Received received) {
        Optional<KnownFeed> known = table.findAny(received.request().getSourceId());
        if (!requests.isOurs(received)) {
            return true;
        }
        return switch (received.request().getReason()) {
            case PUSHED, CONFIRMED, LEFT, DENIED ->
                    known.isEmpty() ? passedOver(received) : said(known.get(), received);
            case OPERATOR, UNKNOWN -> {
                // Of a feed just added the request may be here before the feed itself.
                agenda.askFor(received.request().getSourceId());
                yield passedOver(received);
            }
        };
    }

    private boolean passedOver(Received received) {
        requests.done(received);
        return true;
    }

    /** A hub has spoken. Its word is for whoever has the feed's host, which may have changed. */
    private boolean said(KnownFeed feed, Received received) {
        if (!isOurs(feed)) {
            forwards.computeIfAbsent(feed.host(), _ -> new ArrayList<>()).add(received.request());
            return passedOver(received);
        }
        if (received.request().getReason() == FetchReason.PUSHED) {
            return read(feed, received);
        }
        if (crew.isBusy(feed)) {
            return false;
        }
        hubs.hear(feed, received.request(), desk.clock().instant()).ifPresent(this::edit);
        return passedOver(received);
    }

    private boolean read(KnownFeed feed, Received received) {
        ByteBuffer body = received.request().getBody();
        if (!feed.isPolled()) {
            return passedOver(received);
        }
        if (body == null) {
            agenda.askFor(feed.sourceId()); // it was too large to be sent along
            return passedOver(received);
        }
        if (!crew.hasRoomFor(feed)) {
            return false;
        }
        byte[] bytes = new byte[body.remaining()];
        body.duplicate().get(bytes);
        Optional<String> type = Optional.ofNullable(received.request().getContentType());
        crew.send(
                feed,
                Optional.of(received),
                () ->
                        hubs.pushed(
                                enter(feed, desk.visitor().read(feed.errand(), bytes, type)),
                                received.request(),
                                desk.clock().instant()));
        return true;
    }

    /** Written with the next that is written, and what everything else goes by from now on. */
    private void edit(FeedState state) {
        edits.add(Entered.of(state));
        table.put(state);
    }

    private void setOut() {
        for (KnownFeed feed : agenda.due(desk.clock().instant())) {
            if (crew.hasRoomFor(feed)) {
                crew.send(feed, Optional.empty(), () -> visit(feed));
            }
        }
    }

    private Entered visit(KnownFeed feed) throws InterruptedException {
        try (HostDoors.Pass pass = desk.hubs().doors().enter(feed.url())) {
            return enter(feed, desk.visitor().visit(feed.errand(), pass));
        }
    }

    private Entered enter(KnownFeed feed, Visit visit) {
        return desk.bookkeeper().enter(feed, visit);
    }

    @Override
    public void close() {
        crew.close();
        writer.close();
        table.close();
        requests.close();
    }
}
