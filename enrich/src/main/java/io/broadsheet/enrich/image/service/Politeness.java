package io.broadsheet.enrich.image.service;

import java.time.Duration;
import java.util.List;

/**
 * How hosts are treated (RELIABILITY section 4.1). A host is what someone registered: {@code
 * img1.example.com} and {@code img2.example.com} are one.
 *
 * @param inFlightMax requests that one host has to answer at once
 * @param perSecondMax requests that one host gets in a second
 * @param retryPauses before each further try where one failed in a way that may pass; each is
 *     stretched or shortened by up to a fifth
 * @param breakerFailures failures in a row after which a host name is left alone
 * @param breakerTime for which it is left alone
 * @param robotsHonoured whether robots.txt is asked first; an image of an article is otherwise
 *     fetched as the browser of a reader would
 */
public record Politeness(
        int inFlightMax,
        int perSecondMax,
        List<Duration> retryPauses,
        int breakerFailures,
        Duration breakerTime,
        boolean robotsHonoured) {

    /** Takes a copy and refuses impossible bounds. */
    public Politeness {
        retryPauses = List.copyOf(retryPauses);
        if (inFlightMax < 1 || perSecondMax < 1 || breakerFailures < 1) {
            throw new IllegalArgumentException("a bound of politeness is below 1");
        }
    }

    /** 2 at once, 5 in a second, again after 1, 5 and 30 s; 60 s alone after 5 failures. */
    public static Politeness defaults() {
        return new Politeness(
                2,
                5,
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30)),
                5,
                Duration.ofSeconds(60),
                false);
    }

    /** The same with other pauses, none for no second try. */
    public Politeness withRetryPauses(List<Duration> others) {
        return new Politeness(
                inFlightMax, perSecondMax, others, breakerFailures, breakerTime, robotsHonoured);
    }

    /** The same with another pace. */
    public Politeness withPerSecondMax(int other) {
        return new Politeness(
                inFlightMax, other, retryPauses, breakerFailures, breakerTime, robotsHonoured);
    }

    /** The same, with or without robots.txt. */
    public Politeness withRobotsHonoured(boolean honoured) {
        return new Politeness(
                inFlightMax, perSecondMax, retryPauses, breakerFailures, breakerTime, honoured);
    }
}
