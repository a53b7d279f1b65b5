package io.broadsheet.enrich.step.date;

import io.broadsheet.v1.DateEvidence;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the paths of an article's URLs say about when it was made.
 *
 * @param url where the date stands
 * @param time the date in its path
 * @param zone of the country its host is under
 */
record PathEvidence(String url, PathTime time, Optional<CountryZone> zone) {

    private static final int URLS_MAX = 40;
    private static final float TIME_WEIGHT = 0.3f;
    private static final float DATE_WEIGHT = 0.1f;

    /** An upload precedes its publication by minutes; clocks differ by a few. */
    private static final Duration UPLOAD_BEFORE_MAX = Duration.ofHours(2);

    private static final Duration UPLOAD_AFTER_MAX = Duration.ofMinutes(5);

    /** One for each distinct date, in the order of the URLs, of the first 40 URLs. */
    static List<PathEvidence> in(List<String> urls) {
        List<PathEvidence> found = new ArrayList<>();
        for (String url : urls.stream().distinct().limit(URLS_MAX).toList()) {
            List<PathTime> times = new ArrayList<>(PathTime.in(url));
            times.removeIf(time -> found.stream().anyMatch(other -> other.time.equals(time)));
            Optional<CountryZone> zone = times.isEmpty() ? Optional.empty() : CountryZone.of(url);
            times.forEach(time -> found.add(new PathEvidence(url, time, zone)));
        }
        return found;
    }

    /**
     * Whether it says that a date declares the wrong zone: what was declared, read as a wall clock,
     * follows the upload by minutes, and so does not follow it once the upload is read in the zone
     * of its own country.
     */
    boolean contradictsZoneOf(WrittenDate declared) {
        if (time.dateOnly()
                || time.utc()
                || declared.time().isEmpty()
                || declared.offset().isEmpty()) {
            return false;
        }
        var wallClock = declared.date().atTime(declared.time().get());
        var gap = Duration.between(time.at(), wallClock);
        return gap.compareTo(UPLOAD_BEFORE_MAX) <= 0
                && gap.plus(UPLOAD_AFTER_MAX).compareTo(Duration.ZERO) >= 0
                && offset().filter(own -> !own.equals(declared.offset().get())).isPresent();
    }

    /** The offset of its country at that time. */
    Optional<ZoneOffset> offset() {
        return zone.map(country -> country.zone().getRules().getOffset(time.at()));
    }

    /** As it is told to consumers. */
    DateEvidence evidence() {
        return DateEvidence.newBuilder()
                .setField(OffsetSigns.PATH)
                .setValue(time.written())
                .setInterpretedAs(instant().orElse(null))
                .setWeight(time.dateOnly() ? DATE_WEIGHT : TIME_WEIGHT)
                .setNote(note())
                .build();
    }

    private Optional<Instant> instant() {
        if (time.utc()) {
            return Optional.of(time.at().toInstant(ZoneOffset.UTC));
        }
        return time.dateOnly()
                ? Optional.empty()
                : zone.map(country -> time.at().atZone(country.zone()).toInstant());
    }

    private String note() {
        if (time.dateOnly()) {
            return "date in a URL's path";
        }
        if (time.utc()) {
            return "seconds since 1970 in a URL's path";
        }
        return zone.map(country -> "wall clock in a URL's path, read in " + country.zone())
                .orElse("wall clock in a URL's path, zone unknown");
    }
}
