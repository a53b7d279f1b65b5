package io.broadsheet.enrich.image.check;

import io.broadsheet.enrich.image.verdict.Outcomes;
import io.broadsheet.enrich.image.verdict.Recheck;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageVerdict;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * What the reports before a check make of it: a failure settles the matter only when it has come
 * three times over at least a day (CONTRACT section 5), since most of what fails is well again
 * tomorrow.
 */
public final class CheckHistory {

    private static final int FAILURES_MIN = 3;
    private static final Duration SPAN_MIN = Duration.ofHours(24);

    private CheckHistory() {}

    /**
     * The check with its failures counted on from the one before.
     *
     * @param before the last report about the same image; null if there is none
     */
    public static ImageCheck carry(@Nullable ImageCheck before, ImageCheck fresh) {
        Instant first = before == null ? null : before.getFirstFailedAt();
        if (before == null || first == null || !isFailure(fresh.getVerdict())) {
            return fresh;
        }
        int failures = before.getConsecutiveFailures() + 1;
        boolean conclusive =
                failures >= FAILURES_MIN
                        && Duration.between(first, fresh.getCheckedAt()).compareTo(SPAN_MIN) >= 0;
        Duration holds = Recheck.after(fresh.getVerdict(), failures, conclusive);
        return ImageCheck.newBuilder(fresh)
                .setConsecutiveFailures(failures)
                .setFirstFailedAt(first)
                .setConclusive(conclusive)
                .setExpiresAt(fresh.getCheckedAt().plus(holds))
                .build();
    }

    /** Whether a verdict counts as a failure of the server, which may be well again tomorrow. */
    static boolean isFailure(ImageVerdict verdict) {
        return switch (Outcomes.of(verdict)) {
            // No server was asked; five URLs are proof enough.
            case UNUSABLE ->
                    verdict != ImageVerdict.MALFORMED_URL && verdict != ImageVerdict.PLACEHOLDER;
            case INCONCLUSIVE -> true;
            case USABLE, USABLE_CONDITIONALLY, REFUSED, UNCHECKED, UNKNOWN -> false;
        };
    }
}
