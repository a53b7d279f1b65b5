package io.broadsheet.enrich.step.language;

import java.lang.Character.UnicodeScript;
import java.util.Optional;

/**
 * What a text says about its own language.
 *
 * @param script that most of it is in
 * @param language its primary subtag; empty if no language is found that could be it
 * @param confidence 0 to 1: how likely it is, times the share of the text that it holds for
 * @param mixed whether a good part of the text is in another language
 */
record Heard(UnicodeScript script, Optional<String> language, double confidence, boolean mixed) {

    private static final double MIXED_BELOW = 0.75;

    /** The same, of which only a share of the text speaks. */
    Heard times(double share) {
        return new Heard(script, language, confidence * share, mixed || share < MIXED_BELOW);
    }

    static Heard nothing(UnicodeScript script) {
        return new Heard(script, Optional.empty(), 0, false);
    }
}
