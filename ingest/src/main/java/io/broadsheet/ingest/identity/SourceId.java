package io.broadsheet.ingest.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The configured name of a source. Never a URL, so that a source that moves keeps its articles.
 *
 * @param value 1 to 100 characters: ASCII letters, digits, {@code . _ -}, first a letter or digit
 */
public record SourceId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public SourceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a source id: " + value);
        }
    }

    /** The source of that name; empty if it cannot be one. */
    public static Optional<SourceId> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SourceId(text)) : Optional.empty();
    }
}
