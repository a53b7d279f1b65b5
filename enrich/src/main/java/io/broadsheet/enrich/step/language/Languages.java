package io.broadsheet.enrich.step.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The languages that a text may be found to be in. The fewer there are, the fewer short texts are
 * taken for one that nobody here writes.
 *
 * @param codes primary subtags of BCP 47, each of which we can tell
 */
public record Languages(Set<String> codes) {

    private static final String ALL = "all";

    /** Refuses a language that cannot be told, and keeps its own copy. */
    public Languages {
        codes = Set.copyOf(codes);
        if (!Candidates.all().containsAll(codes)) {
            throw new IllegalArgumentException("languages that cannot be told: " + codes);
        }
    }

    /** Every one that can be told. */
    public static Languages all() {
        return new Languages(Candidates.all());
    }

    /**
     * As an operator writes them: {@code all}, or codes such as {@code en,zh,sr}. Empty if there is
     * none, or one that cannot be told.
     */
    public static Optional<Languages> parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (lower.equals(ALL)) {
            return Optional.of(all());
        }
        Set<String> codes =
                Arrays.stream(lower.split(",", -1))
                        .map(String::strip)
                        .collect(Collectors.toUnmodifiableSet());
        return Candidates.all().containsAll(codes)
                ? Optional.of(new Languages(codes))
                : Optional.empty();
    }

    /** All codes that can be written, in order, for the one who writes them. */
    public static String known() {
        return Candidates.all().stream().sorted().collect(Collectors.joining(","));
    }

    boolean has(String code) {
        return codes.contains(code);
    }
}
