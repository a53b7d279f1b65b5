package io.broadsheet.syndicate.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: any time up to a most that doubles (full jitter), so
 * that many who failed together do not come again together.
 */
final class Backoff {

    private static final int DOUBLINGS_MAX = 30;

    private final WebhookConfig.Patience patience;
    private final RandomGenerator random;

    Backoff(WebhookConfig.Patience patience, RandomGenerator random) {
        this.patience = patience;
        this.random = random;
    }

    /**
     * The wait after so many failures.
     *
     * @param retryAfter that the receiver asked for, already bounded: it is the least wait then
     */
    Duration after(int failures, Optional<Duration> retryAfter) {
        long first = Math.max(1, patience.pauseFirst().toMillis());
        long factor = 1L << Math.clamp(failures - 1L, 0, DOUBLINGS_MAX);
        long most = Math.min(first * factor, Math.max(first, patience.pauseMax().toMillis()));
        Duration jitter = Duration.ofMillis(random.nextLong(most + 1));
        return retryAfter.filter(wait -> wait.compareTo(jitter) > 0).orElse(jitter);
    }
}
