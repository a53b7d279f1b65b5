package io.broadsheet.web.url;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of query parameters that say how a reader came and never what he reads. The list with its
 * sources is {@code tracking-parameters.txt} beside this class.
 */
final class TrackingParameters {

    private static final String WILDCARD = "*";
    private static final List<String> LINES = lines();
    private static final Set<String> NAMES =
            LINES.stream()
                    .filter(line -> !line.endsWith(WILDCARD))
                    .collect(Collectors.toUnmodifiableSet());
    private static final List<String> PREFIXES =
            LINES.stream()
                    .filter(line -> line.endsWith(WILDCARD))
                    .map(line -> line.substring(0, line.length() - WILDCARD.length()))
                    .toList();

    private TrackingParameters() {}

    /** Whether a parameter of this name, in any case, is for tracking only. */
    static boolean contains(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NAMES.contains(lower) || PREFIXES.stream().anyMatch(lower::startsWith);
    }

    private static List<String> lines() {
        try (InputStream in =
                Objects.requireNonNull(
                        TrackingParameters.class.getResourceAsStream("tracking-parameters.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
