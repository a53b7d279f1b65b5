package io.broadsheet.enrich.step.language;

import io.broadsheet.v1.Basis;
import io.broadsheet.v1.QualityFlag;

import java.util.List;
import java.util.Optional;

/**
 * The language of an article.
 *
 * @param tag BCP 47, with a script where the language has several; empty if it is not known
 * @param basis DECLARED where the text does not speak against what the source says, else DETECTED
 * @param confidence 0 to 1, how sure the text makes it
 * @param flags what was found wrong
 */
public record LanguageGuess(
        Optional<String> tag, Basis basis, float confidence, List<QualityFlag> flags) {}
