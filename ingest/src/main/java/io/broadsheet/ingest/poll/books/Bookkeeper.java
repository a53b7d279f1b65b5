package io.broadsheet.ingest.poll.books;

import io.broadsheet.ingest.feed.FeedHead;
import io.broadsheet.ingest.poll.host.HostDoors;
import io.broadsheet.ingest.poll.hub.FeedHub;
import io.broadsheet.ingest.poll.hub.HubNotes;
import io.broadsheet.ingest.poll.hub.Subscriptions;
import io.broadsheet.ingest.poll.rules.Bounds;
import io.broadsheet.ingest.poll.rules.Freshness;
import io.broadsheet.ingest.poll.rules.Interval;
import io.broadsheet.ingest.poll.rules.Move;
import io.broadsheet.ingest.poll.rules.Rate;
import io.broadsheet.ingest.poll.rules.Spread;
import io.broadsheet.ingest.poll.seen.SeenItems;
import io.broadsheet.ingest.poll.seen.SeenItems.Comparison;
import io.broadsheet.ingest.poll.visit.Finding;
import io.broadsheet.ingest.poll.visit.Visit;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.FetchLogEntry;
import io.broadsheet.v1.HubSubscription;
import io.broadsheet.v1.IdentityBasis;
import io.broadsheet.v1.PollOutcome;
import io.broadsheet.web.url.RegistrableHost;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Enters a visit into the state of its feed. Validators and digest are those of the last answer
 * that could be read, renewed by a 304 (RFC 9111, section 4.3.4), so that a broken answer is never
 * taken for known.
 */
public final class Bookkeeper {

    static {
        ContractClasses.trust();
    }

    private static final int DETAIL_CHARS_MAX = 300;

    /** A hub that has promised to tell is believed, but not for long. */
    private static final int HUB_PATIENCE = 4;

    private final Bounds bounds;
    private final Interval interval;
    private final boolean listening;

    /**
     * @param bounds of all intervals
     * @param listening whether hubs can reach us, so that their promises are worth something
     */
    public Bookkeeper(Bounds bounds, boolean listening) {
        this.bounds = bounds;
        this.listening = listening;
        this.interval = new Interval(bounds);
    }

    /** What the visit changes. */
    public Entered enter(KnownFeed known, Visit visit) {
        FeedState.Builder state = begin(known, visit);
        return switch (visit.finding()) {
            case Finding.Items items -> items(known, state, items, visit);
            case Finding.Pages pages -> pages(state, pages, visit);
            case Finding.SameBody _ -> {
                validators(state, visit, true);
                yield unchanged(state, visit, PollOutcome.SAME_BODY);
            }
            case Finding.NotModified _ -> {
                validators(state, visit, false);
                yield unchanged(state, visit, PollOutcome.NOT_MODIFIED);
            }
            case Finding.Unreadable(Optional<DeadLetter> letter, String why) ->
                    unreadable(state, visit, letter, why);
            case Finding.Unavailable(PollOutcome outcome, String why) ->
                    unavailable(state, visit, outcome, why);
            case Finding.TurnedAway(HostDoors.TurnedAway by) -> turnedAway(state, visit, by);
        };
    }

    /**
     * Of another URL only the items that were seen are kept, as the source is the same, and the
     * subscriptions, as they are to end.
     */
    private FeedState.Builder begin(KnownFeed known, Visit visit) {
        FeedState.Builder state =
                known.stateOfUrl()
                        .map(FeedState::newBuilder)
                        .orElseGet(() -> fresh(known.sourceId(), visit.at()));
        if (known.stateOfUrl().isEmpty()) {
            known.state()
                    .ifPresent(other ->
                            state.setSeenItems(other.getSeenItems())
                                    .setKnownItems(other.getKnownItems())
                                    .setIdentityPolicy(other.getIdentityPolicy())
                                    .setSubscriptions(other.getSubscriptions()));
        }
        state.setFeedUrl(known.url()).setConfiguredUrl(known.feed().getFeedUrl());
        if (!visit.wasPushed()) {
            state.setLastPollAt(millis(visit.at()))
                    .setRetryAfter(null)
                    .setRetryAfterHost(null)
                    .setGone(false);
        }
        return state;
    }

    /** Built once, since a builder has no defaults before that. */
    private FeedState.Builder fresh(String sourceId, Instant now) {
        return FeedState.newBuilder(
                FeedState.newBuilder()
                        .setSourceId(sourceId)
                        .setFeedUrl("")
                        .setNextFetchAt(millis(now))
                        .setIntervalSeconds(bounds.first().toSeconds())
                        .build());
    }

    private Entered items(
            KnownFeed known, FeedState.Builder state, Finding.Items items, Visit visit) {
        IdentityBasis policy = state.getIdentityPolicy();
        Comparison news =
                SeenItems.read(state.getSeenItems())
                        .compare(
                                NameBook.recognised(state, items.reading().articles(), visit.at()),
                                items.reading().letters());
        count(state, news.added(), visit.at());
        state.setSeenItems(news.seen().write());
        boolean some = !news.articles().isEmpty();
        PollOutcome outcome = some ? PollOutcome.NEW_ITEMS : PollOutcome.NO_NEW_ITEMS;
        if (!visit.wasPushed()) {
            boolean first = state.getLastSuccessAt() == null;
            int shown = items.reading().articles().size();
            Duration former = Duration.ofSeconds(state.getIntervalSeconds());
            Duration next =
                    first
                            ? bounds.first()
                            : interval.afterItems(former, shown, news.articles().size());
            validators(state, visit, true);
            succeed(state.setPayloadDigest(items.payloadDigest()), visit, outcome, next);
            hub(state, items.head(), visit);
            if (news.added() > 0) {
                HubNotes.found(state, known.stateOfUrl().map(FeedState::getLastPollAt), visit.at());
            }
            schedule(state, visit, Optional.of(items.head()));
        }
        FetchLogEntry.Builder log =
                log(state, visit, outcome)
                        .setItems(items.reading().articles().size())
                        .setNewItems(news.added())
                        .setChangedItems(news.changed())
                        .setRefusedItems(items.reading().letters().size())
                        .setDetail(NameBook.change(policy, state.getIdentityPolicy()));
        return new Entered(
                state.build(), news.articles(), news.letters(), Optional.of(log.build()));
    }

    /**
     * Its sitemaps may have changed without it, or some of it is still to be read: so it is asked
     * for whole the next time, and soon if something is left.
     */
    private Entered pages(FeedState.Builder state, Finding.Pages pages, Visit visit) {
        int fresh = pages.articles().size();
        count(state, fresh, visit.at());
        state.setSeenItems(pages.seen().write())
                .setEtag(null)
                .setLastModified(null)
                .setPayloadDigest(null);
        Duration former = Duration.ofSeconds(state.getIntervalSeconds());
        Duration next =
                pages.left() > 0
                        ? bounds.least()
                        : interval.afterItems(former, pages.listed(), fresh);
        PollOutcome outcome = fresh > 0 ? PollOutcome.NEW_ITEMS : PollOutcome.NO_NEW_ITEMS;
        succeed(state, visit, outcome, next);
        schedule(state, visit, Optional.empty());
        pages.refusal()
                .map(head -> new Freshness(head.headers(), visit.at()))
                .ifPresent(refusal -> rest(state, refusal.retryAfter(), visit.at()));
        FetchLogEntry.Builder log =
                log(state, visit, outcome)
                        .setItems(fresh)
                        .setNewItems(fresh)
                        .setRefusedItems(pages.letters().size());
        return new Entered(
                state.build(), pages.articles(), pages.letters(), Optional.of(log.build()));
    }

    private static void count(FeedState.Builder state, int added, Instant at) {
        if (added > 0) {
            Optional<Instant> last = Optional.ofNullable(state.getLastNewItemAt());
            state.setItemsPerDay(Rate.after(state.getItemsPerDay(), last, added, at))
                    .setLastNewItemAt(millis(at));
        }
    }

    private Entered unchanged(FeedState.Builder state, Visit visit, PollOutcome outcome) {
        Duration former = Duration.ofSeconds(state.getIntervalSeconds());
        succeed(state, visit, outcome, interval.afterSilence(former));
        schedule(state, visit, Optional.empty());
        FetchLogEntry log = log(state, visit, outcome).build();
        return new Entered(state.build(), List.of(), List.of(), Optional.of(log));
    }

    private static void succeed(
            FeedState.Builder state, Visit visit, PollOutcome outcome, Duration next) {
        Move move =
                Move.after(
                        new Move(
                                state.getFeedUrl(),
                                state.getRedirectCandidate(),
                                state.getRedirectFirstSeenAt()),
                        visit.hops(),
                        millis(visit.at()));
        state.setFeedUrl(move.url())
                .setRedirectCandidate(move.candidate())
                .setRedirectFirstSeenAt(move.since())
                .setIntervalSeconds(next.toSeconds())
                .setConsecutiveFailures(0)
                .setLastSuccessAt(millis(visit.at()))
                .setLastOutcome(outcome)
                .setLastError(null)
                .setDeadLetterId(null);
    }

    /**
     * @param whole whether the answer came with its body, so that a validator it lacks is gone
     */
    private static void validators(FeedState.Builder state, Visit visit, boolean whole) {
        Optional<String> etag = visit.answer().flatMap(head -> head.header("etag"));
        Optional<String> modified = visit.answer().flatMap(head -> head.header("last-modified"));
        if (whole || etag.isPresent()) {
            state.setEtag(etag.orElse(null));
        }
        if (whole || modified.isPresent()) {
            state.setLastModified(modified.orElse(null));
        }
    }

    private static void hub(FeedState.Builder state, FeedHead head, Visit visit) {
        List<String> links =
                visit.answer()
                        .map(it -> it.headers().getOrDefault("link", List.of()))
                        .orElse(List.of());
        String finalUrl = visit.answer().map(Visit.Head::finalUrl).orElseGet(visit::requestUrl);
        Optional<FeedHub> hub = FeedHub.of(links, finalUrl, head, visit.requestUrl());
        state.setTitle(head.title())
                .setHub(hub.map(FeedHub::hub).orElse(null))
                .setHubTopic(hub.map(FeedHub::topic).orElse(null));
    }

    private void schedule(FeedState.Builder state, Visit visit, Optional<FeedHead> head) {
        Duration interval = Duration.ofSeconds(state.getIntervalSeconds());
        Duration own = patient(interval, state, visit.at());
        Duration jittered = Spread.jittered(own, state.getSourceId(), visit.at());
        Duration wished = this.interval.wished(freshness(visit).flatMap(Freshness::lifetime), head);
        Duration wait = jittered.compareTo(wished) < 0 ? wished : jittered;
        state.setNextFetchAt(millis(Interval.awake(visit.at().plus(wait), head)));
    }

    /** Longer while a hub tells us, but not beyond its promise. */
    private Duration patient(Duration own, FeedState.Builder state, Instant at) {
        Duration longer = bounds.clamp(own.multipliedBy(HUB_PATIENCE));
        return Subscriptions.of(state)
                .current()
                .filter(hub -> listening && Subscriptions.isReliable(hub, at))
                .map(HubSubscription::getLeaseUntil)
                .map(until -> Duration.between(at, until))
                .map(promise -> promise.compareTo(longer) < 0 ? promise : longer)
                .filter(wait -> wait.compareTo(own) > 0)
                .orElse(own);
    }

    private Entered unreadable(
            FeedState.Builder state, Visit visit, Optional<DeadLetter> letter, String why) {
        String former = state.getDeadLetterId();
        List<DeadLetter> letters =
                letter.filter(it -> !it.getDeadLetterId().equals(former)).stream().toList();
        letter.ifPresent(it -> state.setDeadLetterId(it.getDeadLetterId()));
        if (!visit.wasPushed()) {
            fail(state, visit, PollOutcome.UNREADABLE, why);
        }
        FetchLogEntry log = log(state, visit, PollOutcome.UNREADABLE).setDetail(cut(why)).build();
        return new Entered(state.build(), List.of(), letters, Optional.of(log));
    }

    private Entered unavailable(
            FeedState.Builder state, Visit visit, PollOutcome outcome, String why) {
        fail(state, visit, outcome, why);
        if (outcome == PollOutcome.RATE_LIMITED) {
            rest(state, freshness(visit).flatMap(Freshness::retryAfter), visit.at());
            state.setRetryAfterHost(otherHost(visit));
        }
        state.setGone(outcome == PollOutcome.GONE);
        FetchLogEntry log = log(state, visit, outcome).setDetail(cut(why)).build();
        return new Entered(state.build(), List.of(), List.of(), Optional.of(log));
    }

    /** The host that answered, if it is not the feed's own; null if it is. */
    private static @Nullable String otherHost(Visit visit) {
        String own = hostOf(visit.requestUrl());
        return visit.answer()
                .map(head -> hostOf(head.finalUrl()))
                .filter(host -> !host.equals(own))
                .orElse(null);
    }

    private static String hostOf(String url) {
        return RegistrableHost.of(url).orElse(url);
    }

    /** Neither the feed nor its host has failed: only its time is another. */
    private static Entered turnedAway(
            FeedState.Builder state, Visit visit, HostDoors.TurnedAway by) {
        Duration wait = Duration.between(visit.at(), by.until());
        Duration jittered = Spread.jittered(wait, state.getSourceId(), visit.at());
        state.setLastOutcome(PollOutcome.RATE_LIMITED)
                .setLastError(cut(by.why()))
                .setNextFetchAt(millis(visit.at().plus(jittered)));
        if (by.wished()) {
            state.setRetryAfter(millis(by.until())).setRetryAfterHost(by.host());
        }
        FetchLogEntry log =
                log(state, visit, PollOutcome.RATE_LIMITED).setDetail(cut(by.why())).build();
        return new Entered(state.build(), List.of(), List.of(), Optional.of(log));
    }

    private void rest(FeedState.Builder state, Optional<Duration> asked, Instant at) {
        Duration rest = asked.orElse(bounds.least());
        state.setRetryAfter(
                millis(at.plus(rest.compareTo(bounds.most()) > 0 ? bounds.most() : rest)));
    }

    private void fail(FeedState.Builder state, Visit visit, PollOutcome outcome, String why) {
        float failures = state.getConsecutiveFailures() + 1;
        Duration own = Duration.ofSeconds(state.getIntervalSeconds());
        Duration longer = interval.afterFailures(own, (long) failures);
        Duration asked = freshness(visit).flatMap(Freshness::retryAfter).orElse(Duration.ZERO);
        Duration wait = longer.compareTo(asked) < 0 ? bounds.clamp(asked) : longer;
        Duration jittered = Spread.jittered(wait, state.getSourceId(), visit.at());
        state.setConsecutiveFailures(failures)
                .setLastOutcome(outcome)
                .setLastError(cut(why))
                .setNextFetchAt(millis(visit.at().plus(jittered)));
    }

    private static Optional<Freshness> freshness(Visit visit) {
        return visit.answer().map(head -> new Freshness(head.headers(), visit.at()));
    }

    private static FetchLogEntry.Builder log(
            FeedState.Builder state, Visit visit, PollOutcome outcome) {
        Optional<Visit.Head> asked = visit.answer().filter(_ -> !visit.wasPushed());
        return FetchLogEntry.newBuilder()
                .setSourceId(state.getSourceId())
                .setRequestUrl(visit.requestUrl())
                .setFinalUrl(asked.map(Visit.Head::finalUrl).orElse(null))
                .setStatusCode(asked.map(Visit.Head::status).orElse(null))
                .setBytes(visit.answer().map(Visit.Head::bytes).orElse(0L))
                .setOutcome(outcome)
                .setDurationMs(visit.took().toMillis())
                .setFetchedAt(millis(visit.at()))
                .setNextFetchAt(state.getNextFetchAt());
    }

    private static Instant millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    private static String cut(String why) {
        return why.substring(0, Math.min(why.length(), DETAIL_CHARS_MAX));
    }
}
