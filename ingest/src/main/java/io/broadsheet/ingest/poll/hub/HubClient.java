package io.broadsheet.ingest.poll.hub;

import io.broadsheet.ingest.poll.host.HostDoors;
import io.broadsheet.ingest.poll.rules.Freshness;
import io.broadsheet.runtime.failure.SafeText;
import io.broadsheet.web.fetch.Asking;
import io.broadsheet.web.fetch.FetchLimits;
import io.broadsheet.web.fetch.FetchRequest;
import io.broadsheet.web.fetch.FetchResult;
import io.broadsheet.web.fetch.SafeFetcher;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Asks hubs, by the same rules as feeds are fetched. May be used by many threads. */
public final class HubClient {

    /** A hub says in plain text what it does not like; more than that nobody reads. */
    private static final int ANSWER_BYTES_MAX = 4 * 1024;

    private static final int WHY_CHARS_MAX = 200;
    private static final FetchLimits LIMITS =
            new FetchLimits(
                    ANSWER_BYTES_MAX,
                    ANSWER_BYTES_MAX,
                    3,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30));

    private final SafeFetcher fetcher;
    private final InstantSource clock;

    /**
     * @param fetcher goes only where feeds may be
     */
    public HubClient(SafeFetcher fetcher, InstantSource clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /** Asks. A hub that sends us elsewhere (307, 308) is followed. */
    public HubAnswer ask(HubErrand errand, HostDoors.Pass pass) {
        var request =
                new FetchRequest(
                        errand.hub(),
                        Optional.empty(),
                        "*/*",
                        LIMITS,
                        new Asking.Telling(errand.form()));
        return switch (fetcher.fetch(request, pass)) {
            case FetchResult.Answered answer -> answered(answer);
            case FetchResult.Refused(var code, var detail, _) ->
                    new HubAnswer.Unreached(code + ": " + detail);
            case FetchResult.Failed(var failure, var detail, _) ->
                    new HubAnswer.Unreached("no answer: " + failure + ": " + detail);
        };
    }

    /** By the recommendation 202; others of its kind are taken too, as older hubs say 204. */
    private HubAnswer answered(FetchResult.Answered answer) {
        if (answer.status() / 100 == 2) {
            return new HubAnswer.Accepted();
        }
        Instant now = clock.instant();
        Optional<Instant> rest = new Freshness(answer.headers(), now).retryAfter().map(now::plus);
        String said =
                new String(answer.body().kept(), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        String why = "HTTP status " + answer.status() + " " + said.strip();
        return new HubAnswer.Refused(SafeText.cut(why.strip(), WHY_CHARS_MAX), rest);
    }
}
