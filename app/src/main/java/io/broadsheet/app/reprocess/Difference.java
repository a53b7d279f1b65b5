package io.broadsheet.app.reprocess;

import io.broadsheet.runtime.failure.SafeText;

import java.util.List;

/**
 * An article of which the steps would make something else.
 *
 * @param fields those that differ
 */
record Difference(String articleId, int version, List<Field> fields) {

    private static final int VALUE_CHARS_MAX = 120;

    /** A field; a value that it does not have is blank. */
    record Field(String name, String before, String after) {

        Field {
            before = SafeText.cut(before, VALUE_CHARS_MAX);
            after = SafeText.cut(after, VALUE_CHARS_MAX);
        }
    }

    Difference {
        fields = List.copyOf(fields);
    }
}
