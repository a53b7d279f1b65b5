package io.broadsheet.enrich.image.check;

import io.broadsheet.enrich.image.repair.Candidate;
import io.broadsheet.enrich.image.repair.Repairs;
import io.broadsheet.enrich.image.verdict.Finding;
import io.broadsheet.enrich.image.verdict.Judge;
import io.broadsheet.v1.Attempt;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.RefererMode;
import io.broadsheet.v1.UrlSuggestion;
import io.broadsheet.web.fetch.FetchRequest;
import io.broadsheet.web.fetch.FetchResult;
import io.broadsheet.web.fetch.Hop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fetches of one check, and what they taught. */
final class CheckRun {

    private static final String ACCEPT =
            "image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5";
    private static final int ATTEMPTS_MAX = 32;
    private static final String HTTP = "http:";
    private static final String HTTPS = "https:";

    private final CheckTarget target;
    private final Fetching fetching;
    private final CheckRules rules;
    private final Judge judge;
    private final Referers referers;
    private final List<Attempt> attempts = new ArrayList<>();
    private HostLore lore;

    CheckRun(CheckTarget target, Fetching fetching, CheckRules rules, HostLore lore) {
        this.target = target;
        this.fetching = fetching;
        this.rules = rules;
        this.judge = new Judge(rules.image());
        this.referers = new Referers(target.articleUrl(), rules.foreignReferer());
        this.lore = lore;
    }

    /** What is known about the host by now. */
    HostLore lore() {
        return lore;
    }

    /** The requests that were made by now. */
    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /**
     * Fetches the image itself: with the Referer that is known to work, else with one that does.
     */
    Shot image(String url) {
        RefererMode first = lore.workingReferer().orElse(RefererMode.NONE);
        Shot shot = shoot(url, first);
        if (shot.verdict() == ImageVerdict.FORBIDDEN) {
            shot = otherReferers(shot);
        }
        learnReferer(shot);
        return shot;
    }

    private Shot otherReferers(Shot refused) {
        for (RefererMode mode : referers.startingWith(refused.referer(), refused.url())) {
            Shot shot = mode == refused.referer() ? refused : shoot(refused.url(), mode);
            if (shot.verdict() != ImageVerdict.FORBIDDEN) {
                return shot;
            }
        }
        return refused;
    }

    private void learnReferer(Shot shot) {
        if (shot.isUsable()) {
            lore =
                    shot.referer() == RefererMode.NONE
                            ? lore.needingNone()
                            : lore.needing(shot.referer());
        }
    }

    /** The verdict that takes more fetches than one: with what conditions a sound picture comes. */
    Finding conditions(Shot shot) {
        if (shot.verdict() != ImageVerdict.OK && shot.verdict() != ImageVerdict.OK_TYPE_MISMATCH) {
            return shot.judgement().finding();
        }
        if (!isSecure(shot)) {
            return Finding.of(ImageVerdict.OK_INSECURE);
        }
        if (shot.referer() != RefererMode.NONE) {
            return Finding.of(ImageVerdict.OK_REFERER_REQUIRED);
        }
        return refusesForeign(shot)
                ? Finding.of(ImageVerdict.OK_NO_REFERRER_ONLY)
                : shot.judgement().finding();
    }

    private boolean isSecure(Shot shot) {
        String url = shot.answer().orElseThrow().finalUrl();
        if (url.startsWith(HTTPS)) {
            return true;
        }
        return lore.answersSecurely().orElseGet(() -> probeSecurely(url, shot.referer()));
    }

    private boolean probeSecurely(String url, RefererMode referer) {
        Shot secure = shoot(HTTPS + url.substring(HTTP.length()), referer);
        boolean unreachable =
                switch (secure.verdict()) {
                    case CONNECTION_FAILED, TLS_FAILURE, TIMEOUT -> true;
                    default -> false;
                };
        if (secure.isUsable() || unreachable) {
            lore = lore.answeringSecurely(secure.isUsable());
        }
        return secure.isUsable();
    }

    private boolean refusesForeign(Shot shot) {
        return lore.refusesForeign().orElseGet(() -> probeForeign(shot));
    }

    /** A refusal is also another picture in place of the one asked for. */
    private boolean probeForeign(Shot shot) {
        Shot foreign = shoot(shot.url(), RefererMode.FOREIGN_SITE);
        if (foreign.answer().isEmpty() || foreign.verdict() == ImageVerdict.RATE_LIMITED) {
            return false;
        }
        boolean refuses = !foreign.showsTheSameAs(shot);
        lore = lore.refusingForeign(refuses);
        return refuses;
    }

    /** The first candidate that a fetch proves. */
    Optional<UrlSuggestion> suggestion() {
        RefererMode referer = lore.workingReferer().orElse(RefererMode.NONE);
        List<Candidate> candidates =
                Repairs.of(target.url(), target.articleUrl()).stream()
                        .filter(it -> !rules.excluded().include(it.url()))
                        .toList();
        for (Candidate candidate :
                candidates.subList(0, Math.min(candidates.size(), rules.candidatesMax()))) {
            Shot shot = shoot(candidate.url(), referer);
            if (shot.isUsable()) {
                return Optional.of(
                        new UrlSuggestion(candidate.url(), candidate.rule(), shot.verdict()));
            }
        }
        return Optional.empty();
    }

    private Shot shoot(String url, RefererMode referer) {
        var request = new FetchRequest(url, referers.value(referer, url), ACCEPT, rules.fetch());
        FetchResult result = fetching.fetch(request);
        Shot shot = new Shot(url, referer, result, judge.judge(result));
        note(shot);
        return shot;
    }

    private void note(Shot shot) {
        List<Hop> hops = shot.result().hops();
        for (int i = 0; i < hops.size() && attempts.size() < ATTEMPTS_MAX; i++) {
            boolean last = i == hops.size() - 1;
            attempts.add(
                    attempt(
                            hops.get(i),
                            shot.referer(),
                            last ? shot.verdict() : ImageVerdict.UNKNOWN));
        }
    }

    private static Attempt attempt(Hop hop, RefererMode referer, ImageVerdict verdict) {
        return Attempt.newBuilder()
                .setUrl(hop.url())
                .setMethod("GET")
                .setReferer(referer)
                .setHttpStatus(hop.status().isPresent() ? hop.status().getAsInt() : null)
                .setVerdict(verdict)
                .setDurationMs(hop.took().toMillis())
                .build();
    }
}
