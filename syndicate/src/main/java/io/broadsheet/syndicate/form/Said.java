package io.broadsheet.syndicate.form;

import io.broadsheet.v1.Basis;

/** What forms of other standards, which know no basis, may tell as a fact. */
final class Said {

    private Said() {}

    /** Whether a value of that basis stands in the source itself. */
    static boolean bySource(Basis basis) {
        return switch (basis) {
            case DECLARED, EXTRACTED, CORRECTED -> true;
            case DETECTED, INFERRED, FALLBACK, UNKNOWN -> false;
        };
    }
}
