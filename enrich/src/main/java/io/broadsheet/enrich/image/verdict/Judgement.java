package io.broadsheet.enrich.image.verdict;

import io.broadsheet.enrich.image.inspect.Inspection;

import java.util.Optional;

/**
 * What came of one fetch.
 *
 * @param inspection of the bytes, if there was a body worth looking at
 */
public record Judgement(Finding finding, Optional<Inspection> inspection) {

    static Judgement of(Finding finding) {
        return new Judgement(finding, Optional.empty());
    }
}
