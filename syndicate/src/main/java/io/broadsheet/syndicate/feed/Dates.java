package io.broadsheet.syndicate.feed;

import io.broadsheet.v1.DateCertainty;
import io.broadsheet.v1.EnrichedArticle;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Dates as the standards want them. What is not known is not said. */
final class Dates {

    private static final DateTimeFormatter OF_HTTP =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private Dates() {}

    /** When the source published an article; empty if nobody knows. */
    static Optional<Instant> published(EnrichedArticle article) {
        return article.getDatePublishedCertainty() == DateCertainty.FIRST_SEEN_ONLY
                ? Optional.empty()
                : Optional.ofNullable(article.getDatePublished());
    }

    /** As HTTP writes it (RFC 9110, section 5.6.7). */
    static String ofHttp(Instant time) {
        return OF_HTTP.format(time);
    }

    /** Whether something of that time is new to whoever has seen it at the other, by HTTP. */
    static boolean isNewer(Instant time, String ofHttp) {
        try {
            Instant seen = Instant.from(OF_HTTP.parse(ofHttp));
            return time.getEpochSecond() > seen.getEpochSecond();
        } catch (DateTimeParseException _) {
            return true;
        }
    }
}
