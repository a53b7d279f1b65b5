package io.broadsheet.e2e.faults.offer;

/** What must become of an offer. */
public sealed interface Expected {

    /**
     * It is an article.
     *
     * @param articleId by the contract's rule
     * @param text headline and body, a newline between them, as they must be stored
     */
    record Article(String articleId, String text) implements Expected {}

    /**
     * It is buried.
     *
     * @param code of the dead letter
     */
    record Letter(String code) implements Expected {}
}
