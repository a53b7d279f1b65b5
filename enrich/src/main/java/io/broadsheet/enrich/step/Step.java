package io.broadsheet.enrich.step;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The steps of enrichment, with the fields of an enriched article that each fills. Every version of
 * an article names them all in {@code processors}.
 *
 * <p>Raise a version whenever its step begins to give other answers; then {@code broadsheet
 * reprocess} brings stored articles up to date.
 */
public enum Step {
    /** Where the article is. */
    LINK("3", "url", "urlBasis"),
    /** What it is about, as the source says. */
    SUBJECTS("2", "articleSection", "subjects", "genre"),
    /** The main text. */
    BODY("6", "articleBody", "articleBodyHtml", "bodyRef"),
    /** Who wrote and who published it. */
    BYLINE("7", "author", "publisher", "infoSources"),
    /** Its title. */
    HEADLINE("6", "headline", "alternativeHeadline"),
    /** How long it is. */
    TEXT("3", "wordCount", "charCount", "timeRequired"),
    /** What it says in short. */
    DESCRIPTION("2", "description", "descriptionBasis"),
    /** Which language it is in. */
    LANGUAGE("2+ngrams-1", "inLanguage", "languageBasis", "languageConfidence"),
    /** Its tags, or what stands for them. */
    KEYWORDS("1", "keywords", "keywordsBasis"),
    /** By what near-duplicates are found. */
    FINGERPRINT("1", "simHash"),
    /** Its pictures and their captions. */
    IMAGES("2", "images"),
    /** When it was published and changed. */
    DATES("6", "datePublished", "datePublishedCertainty", "dateModified", "dateEvidence"),
    /** Whether and on what terms it may be used. */
    PUBLICATION("2", "pubStatus", "copyrightNotice", "license", "usageTerms");

    private final String version;
    private final String fields;

    Step(String version, String... fields) {
        this.version = version;
        this.fields = String.join(" ", fields);
    }

    /** The name in {@code processors}, such as {@code dates}. */
    public String processor() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The present version, as in {@code processors}. */
    public String version() {
        return version;
    }

    /** The fields of the enriched article that it fills. */
    public List<String> fields() {
        return List.of(fields.split(" ", -1));
    }

    /** The step of that name. */
    public static Optional<Step> named(String processor) {
        return Arrays.stream(values()).filter(s -> s.processor().equals(processor)).findFirst();
    }

    /** The step that fills a field; empty for what ingest says or what no step decides. */
    public static Optional<Step> filling(String field) {
        return Arrays.stream(values()).filter(step -> step.fields().contains(field)).findFirst();
    }
}
