package io.broadsheet.enrich.step.keywords;

import io.broadsheet.v1.Basis;

import java.util.List;

/**
 * What an article is about.
 *
 * @param words as the source wrote them, or as they stand in the text, the most telling first
 * @param basis DECLARED by the source, EXTRACTED from the text, UNKNOWN if there are none
 */
public record Keywords(List<String> words, Basis basis) {

    /** An article that names none and shows none. */
    static final Keywords NONE = new Keywords(List.of(), Basis.UNKNOWN);
}
