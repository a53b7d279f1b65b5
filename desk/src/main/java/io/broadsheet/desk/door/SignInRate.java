package io.broadsheet.desk.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How often somebody may try to sign in: ten times a minute, all together, since guesses count. */
final class SignInRate {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int TRIES_MAX = 10;

    private final InstantSource clock;
    private Instant start = Instant.EPOCH;
    private int tries;

    SignInRate(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean take() {
        Instant now = clock.instant();
        if (now.isAfter(start.plus(WINDOW))) {
            start = now;
            tries = 0;
        }
        tries++;
        return tries <= TRIES_MAX;
    }
}
