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
 * @param correction what is to be added to what the source declares
 */
public record DateInput(
        Optional<String> published,
        Optional<String> updated,
        boolean publishedIsRunTime,
        List<String> urls,
        Instant seenAt,
        Optional<Duration> correction) {}
