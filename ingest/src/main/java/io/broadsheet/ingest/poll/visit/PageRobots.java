package io.broadsheet.ingest.poll.visit;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;

import io.broadsheet.web.fetch.Asking;
import io.broadsheet.web.fetch.FetchLimits;
import io.broadsheet.web.fetch.FetchRequest;
import io.broadsheet.web.fetch.FetchResult;
import io.broadsheet.web.fetch.SafeFetcher;
import io.broadsheet.web.url.WebUrl;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a site wishes robots to leave alone (RFC 9309), for one walk through its pages. Without the
 * file nothing is forbidden; if its server is broken or cannot be reached, everything is (section
 * 2.3.1.4). Used by one thread.
 */
final class PageRobots {

    private static final List<String> NAMES = List.of("broadsheet");
    private static final int FILE_BYTES_MAX = 512 * 1024;
    private static final Duration DELAY_MOST = Duration.ofSeconds(10);
    private static final FetchLimits LIMITS =
            new FetchLimits(
                    FILE_BYTES_MAX,
                    FILE_BYTES_MAX,
                    5,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10));

    private final SafeFetcher fetcher;
    private final Map<String, BaseRobotRules> rulesByFile = new HashMap<>();

    PageRobots(SafeFetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** Whether that page may be asked for. */
    boolean allows(WebUrl page) {
        return rules(page).isAllowed(page.withoutFragment());
    }

    /** How long the site wants a robot to wait between two pages, ten seconds at most. */
    Duration delay(WebUrl page) {
        // Milliseconds; negative if the file does not say.
        Duration wished = Duration.ofMillis(Math.max(0, rules(page).getCrawlDelay()));
        return wished.compareTo(DELAY_MOST) > 0 ? DELAY_MOST : wished;
    }

    private BaseRobotRules rules(WebUrl page) {
        String file = "%s://%s:%d/robots.txt".formatted(page.scheme(), page.host(), page.port());
        return rulesByFile.computeIfAbsent(file, this::read);
    }

    private BaseRobotRules read(String file) {
        var request =
                new FetchRequest(
                        file, Optional.empty(), "text/plain", LIMITS, Asking.ForNews.first());
        return switch (fetcher.fetch(request)) {
            case FetchResult.Answered answer ->
                    switch (answer.status() / 100) {
                        case 2 ->
                                new SimpleRobotRulesParser()
                                        .parseContent(
                                                file, answer.body().kept(), "text/plain", NAMES);
                        case 5 -> new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
                        default -> new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
                    };
            case FetchResult.Failed _, FetchResult.Refused _ ->
                    new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
        };
    }
}
