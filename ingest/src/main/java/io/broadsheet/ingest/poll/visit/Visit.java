package io.broadsheet.ingest.poll.visit;

import io.broadsheet.web.fetch.FetchResult;
import io.broadsheet.web.fetch.Hop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One look at a feed.
 *
 * @param requestUrl that was asked for
 * @param at when it ended
 * @param took from the first request to the last byte read
 * @param answer the last one; empty if there was none
 * @param hops the requests that were made, in order; none if a hub sent the content
 * @param finding what came of it
 */
public record Visit(
        String requestUrl,
        Instant at,
        Duration took,
        Optional<Head> answer,
        List<Hop> hops,
        Finding finding) {

    public Visit {
        hops = List.copyOf(hops);
    }

    /** Whether nobody was asked: a hub sent it. */
    public boolean wasPushed() {
        return hops.isEmpty() && answer.isPresent();
    }

    /**
     * An answer without its body, which may be large.
     *
     * @param finalUrl that gave it
     * @param status of HTTP
     * @param headers by lower-case name
     * @param bytes of the body, decoded
     */
    public record Head(String finalUrl, int status, Map<String, List<String>> headers, long bytes) {

        static Head of(FetchResult.Answered answer) {
            return new Head(
                    answer.finalUrl(),
                    answer.status(),
                    answer.headers(),
                    answer.body().bytesRead());
        }

        /** The first value of a header, by its lower-case name. */
        public Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .findFirst();
        }
    }
}
