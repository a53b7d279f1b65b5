package io.broadsheet.ingest.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a backfill, carried by each of its articles.
 *
 * @param value 1 to 100 characters: ASCII letters, digits, {@code . _ -}, first a letter or digit
 */
public record BackfillId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public BackfillId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a backfill id: " + value);
        }
    }

    /** The id of that name; empty if it cannot be one. */
    public static Optional<BackfillId> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new BackfillId(text)) : Optional.empty();
    }
}
