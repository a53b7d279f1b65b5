package io.broadsheet.enrich.step.body;

import io.broadsheet.v1.Basis;

import java.util.Optional;

/**
 * The caption of an image.
 *
 * @param text as shown; empty if only the credit is known
 * @param basis DECLARED by the source beside the body, EXTRACTED where the markup says so, INFERRED
 *     where only look or words do
 * @param credit who made or owns the image, where markup or words say so; it stays in the text
 */
public record Caption(String text, Basis basis, Optional<String> credit) {

    /** A block that is a caption; what its markup does not call the credit its words may. */
    static Caption of(Block block, Basis basis) {
        Optional<String> marked = Optional.of(block.credit()).filter(c -> !c.isEmpty());
        return new Caption(
                block.text(),
                basis,
                marked.map(CreditLine::named).or(() -> CreditLine.in(block.text())));
    }

    /** This caption and its next paragraph. */
    Caption and(Caption next) {
        return new Caption(text + "\n" + next.text, basis, credit.or(next::credit));
    }
}
