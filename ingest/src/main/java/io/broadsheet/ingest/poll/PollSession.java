package io.broadsheet.ingest.poll;

import io.broadsheet.ingest.poll.Crew.Done;
import io.broadsheet.ingest.poll.books.Bookkeeper;
import io.broadsheet.ingest.poll.books.Entered;
import io.broadsheet.ingest.poll.books.KnownFeed;
import io.broadsheet.ingest.poll.health.FeedCondition;
import io.broadsheet.ingest.poll.health.FeedHealth;
import io.broadsheet.ingest.poll.lane.Requests;
import io.broadsheet.ingest.poll.lane.Requests.Received;
import io.broadsheet.ingest.poll.table.FeedTable;
import io.broadsheet.ingest.poll.visit.FeedVisitor;
import io.broadsheet.ingest.poll.visit.Visit;
import io.broadsheet.ingest.poll.write.PollWriter;
import io.broadsheet.v1.FeedState;
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

    /** Pushes that wait while their feed is being looked at. */
    private static final int WAITING_MAX = 1_000;

    private final Requests requests;
    private final FeedTable table;
    private final PollWriter writer;
    private final Desk desk;
    private final Crew crew;
    private final Agenda agenda;
    private final Deque<Received> waiting = new ArrayDeque<>();
    private final List<Entered> edits = new ArrayList<>();

    /**
     * What a session works with, whatever connection it has.
     *
     * @param config how feeds are polled
     * @param visitor makes visits
     * @param clock the time
     */
    record Desk(PollConfig config, FeedVisitor visitor, InstantSource clock) {

        Bookkeeper bookkeeper() {
            return new Bookkeeper(config.bounds());
        }
    }

    PollSession(Requests requests, FeedTable table, PollWriter writer, Desk desk) {
        this.requests = requests;
        this.table = table;
        this.writer = writer;
        this.desk = desk;
        this.crew = new Crew(desk.config().load());
        this.agenda = new Agenda(table, requests.lanes(), desk.config().bounds());
    }

    /** One turn of a tenth of a second, or as long as Kafka takes. */
    List<Entered> turn() {
        requests.poll(POLL).forEach(waiting::add);
        if (requests.lanes().awaitOpening()) {
            table.reload();
            requests.openLanes(desk.clock().instant());
        }
        if (!hasLanes()) {
            return List.of();
        }
        table.readOn(feed -> requests.lanes().own(feed.host()));
        List<Entered> written = write(crew.back());
        serve();
        if (crew.away() < desk.config().load().inFlightMax()) {
            setOut();
        }
        return written;
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
                .filter(feed -> requests.lanes().own(feed.host()))
                .forEach(feed -> counts.merge(FeedHealth.of(feed, now).condition(), 1L, Long::sum));
        return counts;
    }

    private List<Entered> write(List<Done> back) {
        List<Entered> entries = new ArrayList<>(edits);
        edits.clear();
        for (Done done : back) {
            switch (done.outcome()) {
                case Crew.Outcome.Entry(Entered entered) -> {
                    if (isOurs(done.feed())) {
                        entries.add(entered);
                    }
                }
                case Crew.Outcome.Mishap(Exception cause) -> {
                    agenda.pause(done.feed().sourceId(), desk.clock().instant());
                    LOG.atWarn()
                            .addKeyValue("sourceId", done.feed().sourceId())
                            .addKeyValue("error", cause.toString())
                            .log("a feed could not be dealt with, trying again later");
                }
            }
            done.request().ifPresent(requests::done);
        }
        if (!entries.isEmpty()) {
            writer.write(
                    entries, requests.offsets(), requests.generation(), desk.clock().instant());
            entries.forEach(this::written);
        }
        return entries;
    }

    /** Removed meanwhile, moved to another host by its operator, or the host is another's now. */
    private boolean isOurs(KnownFeed visited) {
        return table.find(visited.sourceId())
                .filter(now -> now.host().equals(visited.host()))
                .filter(now -> requests.lanes().own(now.host()))
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
        while (waiting.size() > WAITING_MAX) {
            requests.done(waiting.poll()); // the next poll finds what it had to say
        }
    }

    private boolean served(Received received) {
        FetchRequest request = received.request();
        Optional<KnownFeed> known =
                table.find(request.getSourceId()).filter(feed -> requests.lanes().own(feed.host()));
        if (known.isEmpty()) {
            // Of a feed just added the request may be here before the feed itself.
            agenda.askFor(request.getSourceId());
            requests.done(received);
            return true;
        }
        return switch (request.getReason()) {
            case PUSHED -> read(known.get(), received);
            case CONFIRMED -> confirm(known.get(), received);
            case OPERATOR, UNKNOWN -> {
                agenda.askFor(request.getSourceId());
                requests.done(received);
                yield true;
            }
        };
    }

    private boolean read(KnownFeed feed, Received received) {
        ByteBuffer body = received.request().getBody();
        if (body == null || !feed.isPolled()) {
            requests.done(received);
            return true;
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
                () -> enter(feed, desk.visitor().read(feed.errand(), bytes, type)));
        return true;
    }

    private boolean confirm(KnownFeed feed, Received received) {
        if (!crew.hasRoomFor(feed)) {
            return false;
        }
        FeedState state =
                desk.bookkeeper()
                        .edit(feed, desk.clock().instant())
                        .setHubLeaseUntil(received.request().getHubLeaseUntil())
                        .build();
        edits.add(Entered.of(state));
        table.put(state);
        requests.done(received);
        return true;
    }

    private void setOut() {
        for (KnownFeed feed : agenda.due(desk.clock().instant())) {
            if (crew.hasRoomFor(feed)) {
                crew.send(
                        feed,
                        Optional.empty(),
                        () -> enter(feed, desk.visitor().visit(feed.errand())));
            }
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
