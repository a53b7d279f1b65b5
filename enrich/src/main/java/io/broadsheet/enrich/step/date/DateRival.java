package io.broadsheet.enrich.step.date;

import io.broadsheet.enrich.step.Excerpt;
import io.broadsheet.v1.DateEvidence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Another date of publication that a page declares, beside the one that was taken: pages say it in
 * linked data, in Open Graph, in microdata, in a {@code time} element, and not always the same.
 *
 * @param field where it stands, as ingest names it among the extensions
 * @param written verbatim
 * @param date as read
 * @param weight how much such a field is to be believed, 0 to 1
 */
record DateRival(String field, String written, WrittenDate date, float weight) {

    /** What is said there is when the article was published, and not when it was begun. */
    private static final float FIRM = 0.6f;

    private static final Duration APART_MAX = Duration.ofHours(36);
    private static final Map<String, Float> WEIGHTS =
            Map.ofEntries(
                    Map.entry("ld:datepublished", 0.8f),
                    Map.entry("article:published_time", 0.8f),
                    Map.entry("og:published_time", 0.7f),
                    Map.entry("og:article:published_time", 0.7f),
                    Map.entry("itemprop:datepublished", 0.7f),
                    Map.entry("rdfa:datepublished", 0.7f),
                    Map.entry("datepublished", 0.6f),
                    Map.entry("parsely-pub-date", 0.6f),
                    Map.entry("sailthru.date", 0.6f),
                    Map.entry("dcterms.issued", 0.6f),
                    Map.entry("dc.date.issued", 0.6f),
                    Map.entry("html:time", 0.6f),
                    Map.entry("ld:page/datepublished", 0.5f),
                    Map.entry("pubdate", 0.5f),
                    Map.entry("publishdate", 0.5f),
                    Map.entry("publish_date", 0.5f),
                    Map.entry("publication_date", 0.5f),
                    Map.entry("dcterms.date", 0.4f),
                    Map.entry("dc.date", 0.4f),
                    Map.entry("date", 0.3f),
                    Map.entry("page:time", 0.3f));

    /** Those among the extensions of an article that can be read, the most believed first. */
    static List<DateRival> in(Map<String, String> extensions, Optional<Instant> retrievedAt) {
        return extensions.entrySet().stream()
                .filter(entry -> weight(entry.getKey()).isPresent())
                .flatMap(entry -> read(entry, retrievedAt).stream())
                .sorted(
                        Comparator.comparingDouble((DateRival rival) -> -rival.weight())
                                .thenComparing(DateRival::field))
                .toList();
    }

    private static Optional<Float> weight(String field) {
        return Optional.ofNullable(WEIGHTS.get(field.toLowerCase(Locale.ROOT)));
    }

    private static Optional<DateRival> read(
            Map.Entry<String, String> entry, Optional<Instant> retrievedAt) {
        return DateText.read(entry.getValue(), retrievedAt)
                .filter(date -> date.basis() == DayBasis.WRITTEN && !ClockZero.isIt(date))
                .map(date ->
                        new DateRival(
                                entry.getKey(),
                                entry.getValue(),
                                date,
                                weight(entry.getKey()).orElse(0f)));
    }

    /** Whether it says the same day and time and, unlike the other, also the zone. */
    boolean completes(WrittenDate other) {
        boolean zoned = date.time().isPresent() && date.offset().isPresent();
        boolean sameDay = zoned && date.date().equals(other.date()) && other.offset().isEmpty();
        return sameDay && (other.time().isEmpty() || minute(other).equals(minute(date)));
    }

    /** Whether it says the very same instant. */
    boolean agrees(WrittenDate other) {
        return date.time().isPresent() && date.instant().equals(other.instant());
    }

    /** Whether no zone and no late hour can explain the difference. */
    boolean contradicts(WrittenDate other) {
        Duration apart = Duration.between(date.instant(), other.instant()).abs();
        return weight >= FIRM && apart.compareTo(APART_MAX) > 0;
    }

    /** As it is told to consumers. */
    DateEvidence evidence() {
        return DateEvidence.newBuilder()
                .setField(field)
                .setValue(Excerpt.of(written))
                .setInterpretedAs(date.instant())
                .setWeight(weight)
                .setNote("declared too")
                .build();
    }

    private static Optional<LocalTime> minute(WrittenDate of) {
        return of.time().map(time -> time.truncatedTo(ChronoUnit.MINUTES));
    }
}
