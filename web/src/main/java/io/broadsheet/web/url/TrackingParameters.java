package io.broadsheet.web.url;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of query parameters that say how a reader came and never what he reads. The list with its
 * sources is {@code tracking-parameters.txt} beside this class.
 */
final class TrackingParameters {

    private static final String WILDCARD = "*";
    private static final Map<String, Set<String>> BY_SITE = bySite();
    private static final Set<String> EVERYWHERE = BY_SITE.getOrDefault("", Set.of());
    private static final Set<String> NAMES =
            EVERYWHERE.stream()
                    .filter(name -> !name.endsWith(WILDCARD))
                    .collect(Collectors.toUnmodifiableSet());
    private static final List<String> PREFIXES =
            EVERYWHERE.stream()
                    .filter(name -> name.endsWith(WILDCARD))
                    .map(name -> name.substring(0, name.length() - WILDCARD.length()))
                    .toList();

    private TrackingParameters() {}

    /**
     * Whether a parameter of this name, in any case, is for tracking only.
     *
     * @param host of the URL, lower-case
     */
    static boolean contains(String host, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NAMES.contains(lower)
                || PREFIXES.stream().anyMatch(lower::startsWith)
                || isOfSite(host, lower);
    }

    /** Of the host itself or of one above it, as {@code bbc.co.uk} is above its {@code www}. */
    private static boolean isOfSite(String host, String name) {
        for (String site = host; site.indexOf('.') > 0; site = above(site)) {
            if (BY_SITE.getOrDefault(site, Set.of()).contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static String above(String site) {
        return site.substring(site.indexOf('.') + 1);
    }

    /** All names by the site for which they stand, empty for all sites. */
    static Map<String, Set<String>> bySite() {
        Map<String, Set<String>> names = new java.util.HashMap<>();
        List<String> sites = List.of("");
        for (String line : KeptList.lines("tracking-parameters.txt")) {
            if (line.startsWith("[")) {
                sites = List.of(line.substring(1, line.length() - 1).split(" "));
            } else {
                sites.forEach(site -> names.computeIfAbsent(site, _ -> new HashSet<>()).add(line));
            }
        }
        return Map.copyOf(names);
    }
}
