package io.broadsheet.enrich.step.date;

import io.broadsheet.v1.DateEvidence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The day in the path of an article's own address. Sites put the day of publication there, and of
 * an article that says no date it is the best that is known.
 *
 * @param written as in the path
 * @param at its midnight in UTC
 */
record PathDay(String written, Instant at) {

    private static final float WEIGHT = 0.4f;

    /**
     * The day in the path of an address, if there is one.
     *
     * @param seenAt when the article was seen; what is later is no day of its publication
     */
    static Optional<PathDay> in(String url, Instant seenAt) {
        return PathTime.in(url).stream()
                .filter(PathTime::dateOnly)
                .map(time -> new PathDay(time.written(), time.at().toInstant(ZoneOffset.UTC)))
                .filter(day -> !day.at().isAfter(seenAt))
                .findFirst();
    }

    /** As it is told to consumers. */
    DateEvidence evidence() {
        return DateEvidence.newBuilder()
                .setField("url.day")
                .setValue(written)
                .setInterpretedAs(at)
                .setWeight(WEIGHT)
                .setNote("inferred from the path of the article's address")
                .build();
    }
}
