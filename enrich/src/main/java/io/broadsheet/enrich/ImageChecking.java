package io.broadsheet.enrich;

import java.time.Duration;

/**
 * Whether articles wait for their images, and how long.
 *
 * @param enabled if not, images stay unchecked and nothing is asked
 * @param waitMax how long an article waits for answers, from the moment it is processed
 * @param pendingMax how many articles of one partition may wait at once; the images of more are not
 *     checked, so that nothing blocks (RELIABILITY section 4.1)
 */
public record ImageChecking(boolean enabled, Duration waitMax, int pendingMax) {

    private static final Duration WAIT_DEFAULT = Duration.ofMinutes(2);
    private static final int PENDING_MAX_DEFAULT = 50_000;

    /** Refuses impossible bounds. */
    public ImageChecking {
        if (waitMax.isNegative() || pendingMax < 0) {
            throw new IllegalArgumentException("waitMax and pendingMax must not be negative");
        }
    }

    /** Enabled, 2 minutes, 50,000 articles. */
    public static ImageChecking defaults() {
        return new ImageChecking(true, WAIT_DEFAULT, PENDING_MAX_DEFAULT);
    }

    /** No image is checked. */
    public static ImageChecking disabled() {
        return new ImageChecking(false, WAIT_DEFAULT, PENDING_MAX_DEFAULT);
    }
}
