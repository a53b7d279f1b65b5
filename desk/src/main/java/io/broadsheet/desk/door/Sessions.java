package io.broadsheet.desk.door;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Operators who have signed in, in memory: a restart signs all of them out. */
final class Sessions {

    static final Duration LIFE = Duration.ofHours(12);

    private static final int OPEN_MAX = 100;
    private static final int ID_BYTES = 32;

    private record Session(String formToken, Instant until) {}

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> open = new LinkedHashMap<>();

    Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /** A new one; the oldest goes if there are too many. */
    synchronized String begin() {
        open.values().removeIf(session -> session.until().isBefore(clock.instant()));
        if (open.size() >= OPEN_MAX) {
            open.remove(open.keySet().iterator().next());
        }
        String id = secret();
        open.put(id, new Session(secret(), clock.instant().plus(LIFE)));
        return id;
    }

    /** What the forms of a session carry; empty if there is no such session. */
    synchronized Optional<String> formToken(String id) {
        return Optional.ofNullable(open.get(id))
                .filter(session -> session.until().isAfter(clock.instant()))
                .map(Session::formToken);
    }

    synchronized void end(String id) {
        open.remove(id);
    }

    private String secret() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
