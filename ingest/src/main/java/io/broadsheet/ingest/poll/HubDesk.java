package io.broadsheet.ingest.poll;

import io.broadsheet.ingest.poll.books.Entered;
import io.broadsheet.ingest.poll.books.KnownFeed;
import io.broadsheet.ingest.poll.host.HostDoors;
import io.broadsheet.ingest.poll.hub.HubAnswer;
import io.broadsheet.ingest.poll.hub.HubClient;
import io.broadsheet.ingest.poll.hub.HubErrand;
import io.broadsheet.ingest.poll.hub.HubNotes;
import io.broadsheet.ingest.poll.hub.HubRules;
import io.broadsheet.ingest.poll.table.FeedTable;
import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.FetchReason;
import io.broadsheet.v1.FetchRequest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Deals with the hubs of our feeds. What is asked of a hub is written down first, so that whichever
 * instance the hub's answer reaches knows of it. Used by one thread, but for the asking itself.
 */
final class HubDesk {

    private final FeedTable table;
    private final Crew crew;
    private final Workplace workplace;
    private final Map<String, HubErrand> errands = new HashMap<>();

    /**
     * What it works with.
     *
     * @param rules what to ask; empty if no hub could reach us
     * @param notes what an answer changes
     * @param client asks
     * @param doors of the hubs' hosts
     * @param count told of each answer, by any thread
     */
    record Workplace(
            Optional<HubRules> rules,
            HubNotes notes,
            HubClient client,
            HostDoors doors,
            Consumer<HubAnswer> count) {}

    HubDesk(FeedTable table, Crew crew, Workplace workplace) {
        this.table = table;
        this.crew = crew;
        this.workplace = workplace;
    }

    /** What is to be written before hubs are asked, of those feeds that are ours. */
    List<FeedState> plan(Predicate<KnownFeed> ours, Instant now) {
        List<FeedState> states = new ArrayList<>();
        workplace
                .rules()
                .ifPresent(rules ->
                        Stream.concat(table.feeds().stream(), table.departed().stream())
                                .filter(feed -> concernsHubs(feed) && ours.test(feed))
                                .filter(feed -> !crew.isBusy(feed))
                                .filter(feed -> !errands.containsKey(feed.sourceId()))
                                .flatMap(feed -> step(rules, feed, now).stream())
                                .forEach(step -> {
                                    step.errand().ifPresent(it -> errands.put(it.sourceId(), it));
                                    states.add(step.state());
                                }));
        return states;
    }

    /** Most feeds have no hub. */
    private static boolean concernsHubs(KnownFeed feed) {
        return feed.state()
                .filter(it -> it.getHub() != null || !it.getSubscriptions().isEmpty())
                .isPresent();
    }

    private static Optional<HubRules.Step> step(HubRules rules, KnownFeed feed, Instant now) {
        return feed.state().flatMap(state -> rules.next(state, feed.isPolled(), now));
    }

    /**
     * All that was planned has been written: now hubs can be asked, of those that are ours still.
     */
    void setOut(Predicate<KnownFeed> ours) {
        for (HubErrand errand : List.copyOf(errands.values())) {
            Optional<KnownFeed> feed = table.findAny(errand.sourceId()).filter(ours);
            if (feed.isEmpty()) {
                errands.remove(errand.sourceId());
            } else if (crew.hasRoom() && !crew.isBusy(feed.get())) {
                errands.remove(errand.sourceId());
                crew.send(feed.get(), Optional.empty(), () -> ask(feed.get(), errand));
            }
        }
    }

    private Entered ask(KnownFeed feed, HubErrand errand) throws InterruptedException {
        try (HostDoors.Pass pass = workplace.doors().enter(errand.hub())) {
            HubAnswer answer = workplace.client().ask(errand, pass);
            workplace.count().accept(answer);
            FeedState state = feed.state().orElseThrow();
            return Entered.of(workplace.notes().answered(state, errand.callback(), answer));
        }
    }

    /** What a hub said to one of us; empty if it changes nothing. */
    Optional<FeedState> hear(KnownFeed feed, FetchRequest said, Instant now) {
        String callback = said.getCallback();
        return callback == null
                ? Optional.empty()
                : feed.state().map(state -> heard(state, callback, said, now));
    }

    private FeedState heard(FeedState state, String callback, FetchRequest said, Instant now) {
        HubNotes notes = workplace.notes();
        if (said.getReason() == FetchReason.LEFT) {
            return notes.left(state, callback);
        }
        if (said.getReason() == FetchReason.DENIED) {
            String reason = Optional.ofNullable(said.getDetail()).orElse("");
            return notes.denied(state, callback, reason, now);
        }
        Instant until = said.getHubLeaseUntil();
        return until == null ? state : notes.confirmed(state, callback, until, now);
    }

    /** A hub has sent what was entered. */
    Entered pushed(Entered entered, FetchRequest said, Instant now) {
        String callback = said.getCallback();
        return callback == null
                ? entered
                : entered.with(workplace.notes().pushed(entered.state(), callback, now));
    }
}
