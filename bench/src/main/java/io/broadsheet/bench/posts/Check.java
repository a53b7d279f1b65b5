package io.broadsheet.bench.posts;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.bench.posts.Stages.Result.Kept;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;

/**
 * One field of a post: how what is known of it compares with what came through.
 *
 * @param field its name in the report
 * @param compare empty where nothing is known
 */
record Check(String field, Comparison compare) {

    /** Compares one field of one post. */
    @FunctionalInterface
    interface Comparison {
        Optional<Verdict> of(JsonNode known, Kept found);
    }

    /**
     * What the comparison says.
     *
     * @param holds whether both are the same
     * @param difference what to show if they are not
     */
    record Verdict(boolean holds, String difference) {

        static Verdict same(Object expected, @Nullable Object found) {
            return new Verdict(
                    Objects.equals(expected, found),
                    "expected " + expected + System.lineSeparator() + "      found    " + found);
        }
    }
}
