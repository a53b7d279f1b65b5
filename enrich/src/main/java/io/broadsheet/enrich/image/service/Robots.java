package io.broadsheet.enrich.image.service;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;

import io.broadsheet.enrich.image.check.Fetching;
import io.broadsheet.enrich.image.verdict.Finding;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.web.fetch.FetchLimits;
import io.broadsheet.web.fetch.FetchRequest;
import io.broadsheet.web.fetch.FetchResult;
import io.broadsheet.web.url.WebUrl;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What hosts wish robots to leave alone (RFC 9309), where the operator honours that. A host without
 * the file forbids nothing, one whose server is broken everything for a while; one that cannot be
 * reached is left to the check itself, which will say so. Safe for any number of threads.
 */
final class Robots {

    private static final List<String> NAMES = List.of("broadsheet");
    private static final int ORIGINS_MAX = 10_000;
    private static final int FILE_BYTES_MAX = 512 * 1024;
    private static final Duration HOLDS = Duration.ofDays(1);
    private static final Duration HOLDS_BROKEN = Duration.ofMinutes(10);
    private static final FetchLimits LIMITS =
            new FetchLimits(
                    FILE_BYTES_MAX,
                    FILE_BYTES_MAX,
                    5,
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(10));

    private final InstantSource clock;
    private final Cache<String, Wish> wishes =
            Caffeine.newBuilder().maximumSize(ORIGINS_MAX).build();

    Robots(InstantSource clock) {
        this.clock = clock;
    }

    private record Wish(BaseRobotRules rules, Instant until) {}

    /** Why this image is not to be asked for, if it is not. */
    Optional<Finding> forbid(WebUrl image, Fetching fetching) {
        String address =
                "%s://%s:%d/robots.txt".formatted(image.scheme(), image.host(), image.port());
        return wish(address, fetching).rules().isAllowed(image.withoutFragment())
                ? Optional.empty()
                : Optional.of(new Finding(ImageVerdict.ROBOTS_DISALLOWED, address));
    }

    private Wish wish(String address, Fetching fetching) {
        Wish known = wishes.getIfPresent(address);
        if (known != null && known.until().isAfter(clock.instant())) {
            return known;
        }
        Wish fresh =
                read(
                        address,
                        fetching.fetch(
                                new FetchRequest(address, Optional.empty(), "text/plain", LIMITS)));
        wishes.put(address, fresh);
        return fresh;
    }

    private Wish read(String address, FetchResult result) {
        return switch (result) {
            case FetchResult.Answered answer ->
                    switch (answer.status() / 100) {
                        case 2 -> wish(parsed(address, answer), HOLDS);
                        case 5 ->
                                wish(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), HOLDS_BROKEN);
                        default -> wish(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), HOLDS);
                    };
            case FetchResult.Failed _, FetchResult.Refused _ ->
                    wish(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), HOLDS_BROKEN);
        };
    }

    private Wish wish(BaseRobotRules rules, Duration holds) {
        return new Wish(rules, clock.instant().plus(holds));
    }

    private static BaseRobotRules parsed(String address, FetchResult.Answered answer) {
        return new SimpleRobotRulesParser()
                .parseContent(address, answer.body().kept(), "text/plain", NAMES);
    }
}
