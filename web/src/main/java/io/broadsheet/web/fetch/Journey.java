package io.broadsheet.web.fetch;

import io.broadsheet.web.url.WebUrl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One fetch: the requests from the URL asked for to the last answer, each vetted anew. */
final class Journey {

    private final UrlRule rule;
    private final Exchange exchange;
    private final HopGate gate;
    private final int redirectsMax;
    private final List<Hop> hops = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();
    private Optional<WebUrl> last = Optional.empty();

    Journey(UrlRule rule, Exchange exchange, HopGate gate, int redirectsMax) {
        this.rule = rule;
        this.exchange = exchange;
        this.gate = gate;
        this.redirectsMax = redirectsMax;
    }

    FetchResult from(String url) {
        Outcome outcome = new Outcome.Moved(url);
        for (int requests = 0;
                outcome instanceof Outcome.Moved(String target) && requests <= redirectsMax;
                requests++) {
            outcome = goTo(target);
        }
        return result(outcome);
    }

    private Outcome goTo(String target) {
        return switch (rule.vet(target)) {
            case UrlVetting.Stopped(RefusalCode code, String detail) ->
                    new Outcome.Refusal(code, detail);
            case UrlVetting.Passed(WebUrl url) -> goTo(url);
        };
    }

    private Outcome goTo(WebUrl url) {
        if (last.filter(from -> isDowngrade(from, url)).isPresent()) {
            return new Outcome.Refusal(
                    RefusalCode.REDIRECT_DOWNGRADE, "from https to " + url.scheme());
        }
        if (!asked.add(url.withoutFragment())) {
            return new Outcome.Failure(FetchFailure.REDIRECTS, "it leads back to where it was");
        }
        last = Optional.of(url);
        return hops.isEmpty() ? ask(url) : follow(url);
    }

    private Outcome follow(WebUrl url) {
        try {
            return gate.await(url.withoutFragment())
                    .<Outcome>map(why -> new Outcome.Refusal(RefusalCode.REDIRECT_UNWANTED, why))
                    .orElseGet(() -> ask(url));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Outcome.Failure(FetchFailure.CONNECTION, "interrupted before a redirect");
        }
    }

    private static boolean isDowngrade(WebUrl from, WebUrl to) {
        return "https".equals(from.scheme()) && "http".equals(to.scheme());
    }

    private Outcome ask(WebUrl url) {
        HopClock clock = new HopClock(url.withoutFragment());
        Outcome outcome = exchange.with(url, clock);
        if (!(outcome instanceof Outcome.Refusal)) {
            hops.add(clock.hop());
        }
        return outcome;
    }

    private FetchResult result(Outcome outcome) {
        List<Hop> made = List.copyOf(hops);
        return switch (outcome) {
            case Outcome.Answer(var url, var status, var headers, var body) ->
                    new FetchResult.Answered(url, status, headers, body, made);
            case Outcome.Moved _ ->
                    new FetchResult.Failed(
                            FetchFailure.REDIRECTS, "more than " + redirectsMax, made);
            case Outcome.Refusal(var code, var detail) ->
                    new FetchResult.Refused(code, detail, made);
            case Outcome.Failure(var kind, var detail) ->
                    new FetchResult.Failed(kind, detail, made);
        };
    }
}
