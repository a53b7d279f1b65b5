package io.broadsheet.syndicate.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.avaje.jex.http.Context;

/**
 * Why a request is not served (RFC 9457).
 *
 * @param status of HTTP
 * @param title the kind of problem, always the same for a status
 * @param detail about this request: what is wrong, where, and what would be right
 * @param retryAfterSeconds when to come again; 0 if that would change nothing
 */
public record Problem(int status, String title, String detail, int retryAfterSeconds) {

    private static final String TYPE = "application/problem+json";

    /** The request says something that means nothing. */
    public static Problem malformed(String detail) {
        return new Problem(400, "The request cannot be understood", detail, 0);
    }

    /** There is no such thing. */
    public static Problem missing(String detail) {
        return new Problem(404, "Not found", detail, 0);
    }

    /** There was such a thing. */
    public static Problem gone(String detail) {
        return new Problem(410, "Gone", detail, 0);
    }

    /** It is not there in a form that was asked for. */
    public static Problem notAcceptable(String detail) {
        return new Problem(406, "No such form", detail, 0);
    }

    /** Not the asker's fault. */
    public static Problem busy(String detail, int retryAfterSeconds) {
        return new Problem(503, "Busy", detail, retryAfterSeconds);
    }

    /** Answers with it. */
    public void answer(Context context) {
        if (retryAfterSeconds > 0) {
            context.header("Retry-After", Integer.toString(retryAfterSeconds));
        }
        context.header("Cache-Control", "no-store");
        context.contentType(TYPE);
        context.status(status).write(json());
    }

    private String json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .toString();
    }
}
