package io.broadsheet.enrich.step.body;

import io.broadsheet.v1.Basis;

/**
 * The caption of an image.
 *
 * @param text as shown
 * @param basis EXTRACTED where the markup says so, INFERRED where only the look does
 */
public record Caption(String text, Basis basis) {

    /** This caption and its next paragraph. */
    Caption and(Caption next) {
        return new Caption(text + "\n" + next.text, basis);
    }
}
