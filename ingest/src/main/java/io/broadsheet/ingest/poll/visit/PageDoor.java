package io.broadsheet.ingest.poll.visit;

import io.broadsheet.web.fetch.Asking;
import io.broadsheet.web.fetch.FetchLimits;
import io.broadsheet.web.fetch.FetchRequest;
import io.broadsheet.web.fetch.FetchResult;
import io.broadsheet.web.fetch.SafeFetcher;
import io.broadsheet.web.url.WebUrl;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Fetches the documents of one walk, one after another at the pace of their host, for as long as
 * the host bears it and there is time. Used by one thread.
 */
final class PageDoor {

    private static final String ACCEPT =
            "text/html, application/xhtml+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1";

    /** Two in a second at most, whatever robots.txt allows. */
    private static final Duration PAUSE_LEAST = Duration.ofMillis(500);

    private static final Duration WALK_MAX = Duration.ofMinutes(3);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final SafeFetcher fetcher;
    private final FetchLimits limits;
    private final PageRobots robots;
    private final InstantSource clock;
    private final Instant end;
    private Optional<Visit.Head> refusal = Optional.empty();

    PageDoor(SafeFetcher fetcher, FetchLimits limits, InstantSource clock) {
        this.fetcher = fetcher;
        this.limits = limits;
        this.robots = new PageRobots(fetcher);
        this.clock = clock;
        this.end = clock.instant().plus(WALK_MAX);
    }

    /** Whether the site lets robots have it. */
    boolean allows(String url) {
        return WebUrl.parse(url).filter(robots::allows).isPresent();
    }

    /** Asks for one document, after a pause. */
    FetchResult fetch(String url) {
        pause(url);
        FetchResult result =
                fetcher.fetch(
                        new FetchRequest(
                                url, Optional.empty(), ACCEPT, limits, Asking.ForNews.first()));
        if (result instanceof FetchResult.Answered answer && isRest(answer.status())) {
            refusal = Optional.of(Visit.Head.of(answer));
        }
        return result;
    }

    private static boolean isRest(int status) {
        return status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
    }

    private void pause(String url) {
        Duration wished = WebUrl.parse(url).map(robots::delay).orElse(Duration.ZERO);
        try {
            Thread.sleep(wished.compareTo(PAUSE_LEAST) < 0 ? PAUSE_LEAST : wished);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether nothing more is to be asked for now. */
    boolean isShut() {
        return refusal.isPresent()
                || Thread.currentThread().isInterrupted()
                || clock.instant().isAfter(end);
    }

    /** The answer by which the host asked for a rest; empty if it did not. */
    Optional<Visit.Head> refusal() {
        return refusal;
    }
}
