package io.broadsheet.web.fetch;

import java.time.Duration;
import java.util.OptionalInt;

/** Notes one request while it runs. */
final class HopClock {

    private final String url;
    private final long startNanos = System.nanoTime();
    private OptionalInt status = OptionalInt.empty();

    HopClock(String url) {
        this.url = url;
    }

    void answered(int httpStatus) {
        status = OptionalInt.of(httpStatus);
    }

    /** What is known by now. */
    Hop hop() {
        return new Hop(url, status, Duration.ofNanos(System.nanoTime() - startNanos));
    }
}
