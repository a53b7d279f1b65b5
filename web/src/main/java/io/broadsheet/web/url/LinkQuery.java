package io.broadsheet.web.url;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query of a link, reduced to what can decide which page is meant. */
final class LinkQuery {

    private LinkQuery() {}

    /**
     * Without tracking parameters and empty pairs, sorted by name. Parameters of one name keep
     * their order, which servers may read.
     */
    static String withoutTracking(String host, String query) {
        return pairs(query)
                .filter(pair -> !pair.isEmpty() && !TrackingParameters.contains(host, name(pair)))
                .sorted(Comparator.comparing(LinkQuery::name))
                .collect(Collectors.joining("&"));
    }

    /** As written, but without tracking parameters. */
    static String asWrittenWithoutTracking(String host, String query) {
        return pairs(query)
                .filter(pair -> !TrackingParameters.contains(host, name(pair)))
                .collect(Collectors.joining("&"));
    }

    /** What the first parameter of this name says, decoded; empty if there is none. */
    static Optional<String> value(String query, String name) {
        return pairs(query)
                .filter(pair -> name(pair).equals(name) && pair.length() > name.length())
                .map(pair -> decoded(pair.substring(name.length() + 1)))
                .findFirst();
    }

    private static Stream<String> pairs(String query) {
        return Arrays.stream(query.split("&"));
    }

    private static String name(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
