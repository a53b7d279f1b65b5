package io.broadsheet.embedded.demo;

import java.util.Locale;
import java.util.Optional;

/**
 * A request, as far as the demo cares.
 *
 * @param host that is asked, without its port
 * @param path query included
 * @param referer of the request, if it has one
 */
record Asked(String host, String path, Optional<String> referer) {

    /** Reads the head of a request. */
    static Asked of(String head) {
        String[] words = head.lines().findFirst().orElse("").split(" ", 3);
        return new Asked(
                header(head, "host").orElse("").replaceFirst(":\\d+$", ""),
                words.length > 1 ? words[1] : "/",
                header(head, "referer"));
    }

    private static Optional<String> header(String head, String name) {
        String start = name + ":";
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    /** By which a script is found. */
    String key() {
        return host + path;
    }
}
