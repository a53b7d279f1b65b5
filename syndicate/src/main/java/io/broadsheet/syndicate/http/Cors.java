package io.broadsheet.syndicate.http;

import io.avaje.jex.http.Context;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose pages may read what we hand out (Fetch Standard, CORS protocol). No credentials. */
public final class Cors {

    private static final String ALL = "*";

    private final Set<String> origins;

    private Cors(Set<String> origins) {
        this.origins = origins;
    }

    /**
     * From the setting.
     *
     * @param origins with commas between them; {@code *} for all, empty for none
     */
    public static Cors of(String origins) {
        return new Cors(
                Arrays.stream(origins.split(",", -1))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Says so in an answer. */
    public void allow(Context context) {
        if (origins.contains(ALL)) {
            allow(context, ALL);
            return;
        }
        context.header("Vary", "Origin");
        Optional.ofNullable(context.header("Origin"))
                .filter(origins::contains)
                .ifPresent(origin -> allow(context, origin));
    }

    private static void allow(Context context, String origin) {
        context.header("Access-Control-Allow-Origin", origin);
        context.header("Access-Control-Expose-Headers", "ETag, Last-Modified, Link, Retry-After");
    }

    /** Answers the question that a browser asks first. */
    public void preflight(Context context) {
        context.header("Access-Control-Allow-Methods", "GET, HEAD");
        context.header("Access-Control-Allow-Headers", "Last-Event-ID, Cache-Control");
        context.header("Access-Control-Max-Age", "86400");
        context.writeEmpty(204);
    }
}
