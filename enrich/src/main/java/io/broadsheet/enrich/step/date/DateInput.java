package io.broadsheet.enrich.step.date;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the dates of an article are found from.
 *
 * @param published as declared, verbatim
 * @param updated as declared, verbatim
 * @param publishedIsRunTime whether the declared date is only the time its collector ran
 * @param urls of the article and its images, whose paths may carry dates
 * @param seenAt when we saw the article
 * @param retrievedAt when it was fetched from its source, if it was; what "2 hours ago" is before
 * @param correction what is to be added to what the source declares, as an operator has configured
 * @param learned the error of the source's dates, as its articles have shown; configured goes first
 */
public record DateInput(
        Optional<String> published,
        Optional<String> updated,
        boolean publishedIsRunTime,
        List<String> urls,
        Instant seenAt,
        Optional<Instant> retrievedAt,
        Optional<Duration> correction,
        Optional<LearnedOffset> learned) {

    /** Of a source about which nothing is known, as of now. */
    public static DateInput of(Optional<String> published, List<String> urls, Instant seenAt) {
        return new DateInput(
                published,
                Optional.empty(),
                false,
                urls,
                seenAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, with another date of publication, which is the article's. */
    DateInput withPublished(String date) {
        return new DateInput(
                Optional.of(date), updated, false, urls, seenAt, retrievedAt, correction, learned);
    }
}
