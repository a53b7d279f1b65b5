package io.broadsheet.enrich.image.verdict;

import io.broadsheet.v1.ImageVerdict;

/**
 * A verdict and what led to it.
 *
 * @param detail for the operator, one bounded line; empty if the verdict says it all
 */
public record Finding(ImageVerdict verdict, String detail) {

    /** A verdict that says it all. */
    public static Finding of(ImageVerdict verdict) {
        return new Finding(verdict, "");
    }
}
