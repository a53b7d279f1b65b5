package io.broadsheet.ingest.push;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import java.time.Duration;

/**
 * Why a request was not taken (RFC 9457).
 *
 * @param status of HTTP
 * @param title the kind of problem, always the same for a status
 * @param detail about this request
 * @param retryAfterSeconds when to come again; 0 if that would change nothing
 */
record Problem(int status, String title, String detail, int retryAfterSeconds) {

    static Problem unauthorized(String detail) {
        return new Problem(401, "No valid token", detail, 0);
    }

    static Problem malformed(String detail) {
        return new Problem(400, "Nothing in it can be read", detail, 0);
    }

    static Problem tooLarge(int bytesMax) {
        return new Problem(413, "Too large", "over %d bytes".formatted(bytesMax), 0);
    }

    static Problem mediaType(String given) {
        String detail =
                "%s; it must be application/json, application/x-ndjson or the type of a feed"
                        .formatted(given.isEmpty() ? "no Content-Type" : given);
        return new Problem(415, "Media type not taken", detail, 0);
    }

    /** The sender's own fault: it sends more than its token may. */
    static Problem tooOften(Duration wait) {
        int seconds = (int) Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        String detail =
                "this token has made all the requests it may make in a minute; come again in "
                        + seconds
                        + " s";
        return new Problem(429, "Too many requests", detail, seconds);
    }

    /** Not the sender's fault: others are being served. */
    static Problem busy() {
        return new Problem(503, "Busy", "too many requests at once; come again in a second", 1);
    }

    static Problem unavailable(String detail) {
        return new Problem(503, "Not safe on Kafka", detail, 5);
    }

    String json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .toString();
    }
}
