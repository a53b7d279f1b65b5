package io.broadsheet.app.image;

import io.broadsheet.enrich.image.check.CheckTarget;
import io.broadsheet.enrich.image.check.Checked;
import io.broadsheet.enrich.image.check.Fetching;
import io.broadsheet.enrich.image.check.HostLore;
import io.broadsheet.enrich.image.check.ImageChecker;
import io.broadsheet.enrich.image.verdict.Finding;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.web.fetch.FetchFailure;
import io.broadsheet.web.fetch.FetchRequest;
import io.broadsheet.web.fetch.FetchResult;
import io.broadsheet.web.url.NormalizedUrl;
import io.broadsheet.web.url.WebUrl;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The images of one registrable host, one after another and at its pace, what the first teach being
 * known for the others. Used by one thread.
 */
final class HostVisit {

    /** For a host that has had enough and does not say for how long. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final ImageChecker checker;
    private final Fetching out;
    private final Duration interval;
    private final InstantSource clock;
    private final Map<String, HostLore> lore = new HashMap<>();
    private long nextNanos = System.nanoTime();
    private Instant blockedUntil = Instant.MIN;

    /**
     * @param interval between the starts of two requests
     */
    HostVisit(ImageChecker checker, Fetching out, Duration interval, InstantSource clock) {
        this.checker = checker;
        this.out = out;
        this.interval = interval;
        this.clock = clock;
    }

    /** Checks one image; not even asked for is what the host asked us to leave alone. */
    ImageCheck check(CheckTarget target) {
        if (blockedUntil.isAfter(clock.instant())) {
            String reason = "the host asks to wait until " + blockedUntil;
            return checker.unmade(target, new Finding(ImageVerdict.RATE_LIMITED, reason));
        }
        String host = host(target);
        Checked checked =
                checker.check(target, this::fetch, lore.getOrDefault(host, HostLore.NONE));
        lore.put(host, checked.lore());
        if (checked.check().getVerdict() == ImageVerdict.RATE_LIMITED) {
            blockedUntil = clock.instant().plus(checked.retryAfter().orElse(PAUSE));
        }
        return checked.check();
    }

    private FetchResult fetch(FetchRequest request) {
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, nextNanos - System.nanoTime())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new FetchResult.Failed(FetchFailure.CONNECTION, "interrupted", List.of());
        }
        nextNanos = System.nanoTime() + interval.toNanos();
        return out.fetch(request);
    }

    private static String host(CheckTarget target) {
        return NormalizedUrl.resolve(target.articleUrl().orElse(""), target.url())
                .flatMap(WebUrl::parse)
                .map(WebUrl::host)
                .orElse("");
    }
}
