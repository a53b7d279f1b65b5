package io.broadsheet.enrich.image.verdict;

import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.ImageVerdict;

/** What a consumer does with an image, by its verdict (CONTRACT section 5, second column). */
public final class Outcomes {

    private Outcomes() {}

    /** The outcome that belongs to a verdict. */
    public static ImageOutcome of(ImageVerdict verdict) {
        return switch (verdict) {
            case OK, OK_TYPE_MISMATCH -> ImageOutcome.USABLE;
            case TOO_SMALL, OK_INSECURE, OK_REFERER_REQUIRED, OK_NO_REFERRER_ONLY ->
                    ImageOutcome.USABLE_CONDITIONALLY;
            case TRACKING_PIXEL,
                    PLACEHOLDER,
                    NOT_FOUND,
                    GONE,
                    FORBIDDEN,
                    AUTH_REQUIRED,
                    CLIENT_ERROR,
                    NOT_AN_IMAGE,
                    EMPTY_BODY,
                    UNSUPPORTED_FORMAT,
                    CORRUPT,
                    TOO_LARGE_BYTES,
                    TOO_LARGE_PIXELS,
                    TOO_MANY_REDIRECTS,
                    MALFORMED_URL ->
                    ImageOutcome.UNUSABLE;
            case RATE_LIMITED,
                    SERVER_ERROR,
                    UNKNOWN_STATUS,
                    CHALLENGED,
                    TIMEOUT,
                    DNS_FAILURE,
                    CONNECTION_FAILED,
                    TLS_FAILURE,
                    TRUNCATED ->
                    ImageOutcome.INCONCLUSIVE;
            case BLOCKED_ADDRESS, UNSUPPORTED_SCHEME, ROBOTS_DISALLOWED, EXCLUDED ->
                    ImageOutcome.REFUSED;
            case INLINE_DATA, PENDING, DEADLINE_EXCEEDED, BUDGET_EXHAUSTED, CHECKS_DISABLED ->
                    ImageOutcome.UNCHECKED;
            case UNKNOWN -> ImageOutcome.UNKNOWN;
        };
    }

    /** Whether the picture can be shown, with conditions or without. */
    public static boolean isUsable(ImageVerdict verdict) {
        return switch (of(verdict)) {
            case USABLE, USABLE_CONDITIONALLY -> true;
            case UNKNOWN, UNUSABLE, INCONCLUSIVE, REFUSED, UNCHECKED -> false;
        };
    }
}
