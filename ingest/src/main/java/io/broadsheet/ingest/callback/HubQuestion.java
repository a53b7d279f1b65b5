package io.broadsheet.ingest.callback;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a hub asks or tells with a GET (sections 5.2 and 5.3 of the recommendation).
 *
 * @param mode {@code subscribe}, {@code unsubscribe} or {@code denied}
 * @param topic the hub's name of the feed
 * @param challenge to be given back
 * @param leaseSeconds for how long it will tell us
 * @param reason why it will not
 */
record HubQuestion(
        String mode,
        String topic,
        Optional<String> challenge,
        Optional<String> leaseSeconds,
        Optional<String> reason) {

    private static final int PAIRS_MAX = 100;
    private static final int CHALLENGE_CHARS_MAX = 1_024;
    private static final int DIGITS_MAX = 12;

    /** A promise beyond that is renewed all the same: nobody keeps one for ever. */
    private static final Duration LEASE_MAX = Duration.ofDays(90);

    /**
     * Reads the query of a URL as forms write it, where a plus is a blank; what is not written so
     * is left out. Of each name the first counts.
     *
     * @param query as it came, without its question mark
     */
    static HubQuestion read(String query) {
        Map<String, String> values = new HashMap<>();
        for (String pair : query.split("&", PAIRS_MAX)) {
            String[] parts = pair.split("=", 2);
            Optional<String> value = decoded(parts.length < 2 ? "" : parts[1]);
            decoded(parts[0])
                    .ifPresent(name -> value.ifPresent(it -> values.putIfAbsent(name, it)));
        }
        return new HubQuestion(
                values.getOrDefault("hub.mode", ""),
                values.getOrDefault("hub.topic", ""),
                Optional.ofNullable(values.get("hub.challenge")),
                Optional.ofNullable(values.get("hub.lease_seconds")),
                Optional.ofNullable(values.get("hub.reason")));
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What is given back; empty if it is none that anybody would send: too long, or binary. */
    Optional<String> safeChallenge() {
        return challenge
                .filter(text -> !text.isEmpty() && text.length() <= CHALLENGE_CHARS_MAX)
                .filter(text -> text.chars().allMatch(c -> c >= ' ' && c <= '~'));
    }

    /**
     * The time it promises; empty if that is no number above zero.
     *
     * @param usual what holds if it says nothing, as hubs from before the recommendation do
     */
    Optional<Duration> lease(Duration usual) {
        return leaseSeconds.isEmpty()
                ? Optional.of(usual)
                : leaseSeconds
                        .map(String::strip)
                        .filter(text -> !text.isEmpty() && text.length() <= DIGITS_MAX)
                        .filter(text -> text.chars().allMatch(c -> c >= '0' && c <= '9'))
                        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                        .filter(Duration::isPositive)
                        .map(lease -> lease.compareTo(LEASE_MAX) > 0 ? LEASE_MAX : lease);
    }
}
