package io.broadsheet.enrich.image.service;

import io.broadsheet.v1.ImageCheck;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks now and then for images whose last check no longer holds, while articles that carry them
 * are young enough for anybody to care. What is due and too much for one round waits for the next.
 */
final class Rounds {

    /** How often. */
    static final Duration EVERY = Duration.ofSeconds(10);

    /** How long after an article asked its images are looked after: past the longest recheck. */
    static final Duration CARED_FOR = Duration.ofDays(35);

    private static final int IMAGES_MAX = 500;
    private static final Duration TIME_MAX = Duration.ofMinutes(2);

    private final KnownImages known;
    private final CheckDesk desk;
    private final Territory territory;
    private final InstantSource clock;

    Rounds(KnownImages known, CheckDesk desk, Territory territory, InstantSource clock) {
        this.known = known;
        this.desk = desk;
        this.territory = territory;
        this.clock = clock;
    }

    /** The jobs of one round. */
    List<CheckJob> jobs() {
        Instant now = clock.instant();
        List<CheckJob> jobs = new ArrayList<>();
        for (ImageCheck check : known.due(now, IMAGES_MAX, it -> isCaredFor(it, now))) {
            desk.renew(check, now.plus(TIME_MAX)).ifPresent(jobs::add);
        }
        return jobs;
    }

    private boolean isCaredFor(ImageCheck check, Instant now) {
        return Carriers.lastAsked(check.getCarriers()).plus(CARED_FOR).isAfter(now)
                && territory.includes(CheckDesk.site(check));
    }
}
