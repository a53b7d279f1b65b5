package io.broadsheet.ingest.format.feed.field;

import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.Category;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** Categories in their order, each once. */
public final class Categories {

    /** More than an article may have, so that the limit is seen to be broken; no more than that. */
    private static final int CATEGORIES_MAX = 150;

    private Categories() {}

    /** Adds one; a blank one is none. */
    public static void add(
            Draft draft, String term, @Nullable String scheme, @Nullable String label) {
        if (draft.categories().size() >= CATEGORIES_MAX) {
            return;
        }
        String stripped = term.strip();
        boolean known =
                draft.categories().stream()
                        .anyMatch(c ->
                                c.getTerm().equals(stripped)
                                        && Objects.equals(c.getScheme(), scheme));
        if (!stripped.isEmpty() && !known) {
            draft.category(
                    Category.newBuilder()
                            .setTerm(stripped)
                            .setScheme(scheme)
                            .setLabel(label)
                            .build());
        }
    }
}
