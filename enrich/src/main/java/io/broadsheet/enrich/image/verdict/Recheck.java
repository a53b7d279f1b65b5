package io.broadsheet.enrich.image.verdict;

import io.broadsheet.v1.ImageVerdict;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a verdict holds (CONTRACT section 5, last column). */
public final class Recheck {

    /** As long as facts are kept on their topic: what never changes is not asked again. */
    public static final Duration NEVER = Duration.ofDays(90);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration UNREACHABLE_MIN = Duration.ofMinutes(15);
    private static final int DOUBLINGS_MAX = 7;
    private static final Pattern MAX_AGE = Pattern.compile("(?<![a-z-])max-age=\"?([0-9]{1,9})");

    private Recheck() {}

    /**
     * From a check to the next.
     *
     * @param failures how many checks in a row have failed, this one included
     * @param conclusive whether they have settled the matter
     */
    public static Duration after(ImageVerdict verdict, int failures, boolean conclusive) {
        return switch (verdict) {
            case DNS_FAILURE, CONNECTION_FAILED, TLS_FAILURE, TIMEOUT -> unreachable(failures);
            case RATE_LIMITED -> UNREACHABLE_MIN;
            case SERVER_ERROR, TRUNCATED -> Duration.ofHours(1);
            case NOT_FOUND -> conclusive ? WEEK : DAY;
            case TOO_MANY_REDIRECTS,
                    CHALLENGED,
                    CLIENT_ERROR,
                    UNKNOWN_STATUS,
                    EMPTY_BODY,
                    NOT_AN_IMAGE,
                    EXCLUDED,
                    OK ->
                    DAY;
            case BLOCKED_ADDRESS,
                    ROBOTS_DISALLOWED,
                    AUTH_REQUIRED,
                    FORBIDDEN,
                    CORRUPT,
                    PLACEHOLDER,
                    OK_REFERER_REQUIRED,
                    OK_NO_REFERRER_ONLY ->
                    WEEK;
            case TOO_LARGE_BYTES,
                    UNSUPPORTED_FORMAT,
                    TOO_LARGE_PIXELS,
                    TRACKING_PIXEL,
                    TOO_SMALL,
                    OK_INSECURE,
                    OK_TYPE_MISMATCH ->
                    MONTH;
            case GONE, MALFORMED_URL, INLINE_DATA, UNSUPPORTED_SCHEME -> NEVER;
            case UNKNOWN, PENDING, DEADLINE_EXCEEDED, BUDGET_EXHAUSTED, CHECKS_DISABLED ->
                    Duration.ZERO;
        };
    }

    /**
     * How long OK holds: as long as the server says, between a day and a month.
     *
     * @param cacheControl value of the header; the shortest time if it says nothing
     */
    public static Duration afterOk(Optional<String> cacheControl) {
        return cacheControl
                .map(value -> MAX_AGE.matcher(value.toLowerCase(Locale.ROOT)))
                .filter(Matcher::find)
                .map(match -> Duration.ofSeconds(Long.parseLong(match.group(1))))
                .map(age -> age.compareTo(DAY) < 0 ? DAY : age.compareTo(MONTH) > 0 ? MONTH : age)
                .orElse(DAY);
    }

    /** A quarter of an hour, doubled with each failure, at most a day. */
    private static Duration unreachable(int failures) {
        int doublings = Math.clamp(failures - 1, 0, DOUBLINGS_MAX);
        Duration pause = UNREACHABLE_MIN.multipliedBy(1L << doublings);
        return pause.compareTo(DAY) > 0 ? DAY : pause;
    }
}
