package io.broadsheet.web.url;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The query of a link, reduced to what can decide which page is meant. */
final class LinkQuery {

    private LinkQuery() {}

    /**
     * Without tracking parameters and empty pairs, sorted by name. Parameters of one name keep
     * their order, which servers may read.
     */
    static String withoutTracking(String query) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty() && !TrackingParameters.contains(name(pair)))
                .sorted(Comparator.comparing(LinkQuery::name))
                .collect(Collectors.joining("&"));
    }

    private static String name(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals);
    }
}
