package io.broadsheet.enrich.step.text;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How long adults take to read a text silently, by its language.
 *
 * <p>The rates are those of M. Brysbaert, How many words do we read per minute? A review and
 * meta-analysis of reading rate, Journal of Memory and Language 109, 2019: English non-fiction from
 * 190 studies, other languages from what is known of each. A language without a rate is read like
 * English.
 */
public final class ReadingTime {

    private static final int ENGLISH = 238;

    private static final Map<String, Integer> WORDS_PER_MINUTE =
            Map.ofEntries(
                    Map.entry("ar", 181),
                    Map.entry("de", 260),
                    Map.entry("en", ENGLISH),
                    Map.entry("es", 278),
                    Map.entry("fi", 195),
                    Map.entry("fr", 214),
                    Map.entry("he", 224),
                    Map.entry("it", 285),
                    Map.entry("ko", 226),
                    Map.entry("nl", 228),
                    Map.entry("sv", 218));

    /** 260 words of Chinese, at 1.5 characters each. */
    private static final int IDEOGRAPHS_PER_MINUTE = 400;

    private static final int SECONDS_PER_MINUTE = 60;

    private ReadingTime() {}

    /**
     * The time, in whole seconds, rounded up.
     *
     * @param language BCP 47, if it is known
     * @return empty if there is nothing to read
     */
    public static Optional<Duration> of(TextCount count, Optional<String> language) {
        int rate =
                language.map(ReadingTime::primary)
                        .map(primary -> WORDS_PER_MINUTE.getOrDefault(primary, ENGLISH))
                        .orElse(ENGLISH);
        double minutes =
                (double) (count.words() - count.ideographs()) / rate
                        + (double) count.ideographs() / IDEOGRAPHS_PER_MINUTE;
        return minutes == 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds((long) Math.ceil(minutes * SECONDS_PER_MINUTE)));
    }

    private static String primary(String tag) {
        int end = tag.indexOf('-');
        return end < 0 ? tag : tag.substring(0, end);
    }
}
