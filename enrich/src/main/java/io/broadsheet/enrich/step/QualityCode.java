package io.broadsheet.enrich.step;

import static io.broadsheet.v1.Severity.ERROR;
import static io.broadsheet.v1.Severity.INFO;
import static io.broadsheet.v1.Severity.WARNING;

import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.Severity;

/**
 * Every quality code that enrichment gives. What each means and what a consumer should do is in
 * {@code docs/quality-flags.md}. INFO: nothing is wrong. WARNING: a value may be wrong or is
 * missing. ERROR: the article can hardly be used without it.
 */
public enum QualityCode {
    /** The title is missing or blank. */
    TITLE_MISSING(ERROR),
    /** There is no link. */
    LINK_MISSING(WARNING),
    /** There is a link, and it is no URL. */
    LINK_INVALID(WARNING),
    /** The source gave no id. */
    GUID_MISSING(INFO),
    /** The author named is the outlet itself. */
    AUTHOR_IS_PUBLISHER(INFO),
    /** The section named is the home page, which is no subject. */
    SECTION_IS_HOMEPAGE(INFO),
    /** Nothing says who holds the rights. */
    RIGHTS_UNDECLARED(INFO),

    /** There is no body at all. */
    BODY_EMPTY(WARNING),
    /** The body was cut, by the source, by ingest, or here at the limit. */
    BODY_TRUNCATED(WARNING),
    /** Active or unknown markup was removed from the body. */
    HTML_CLEANED(INFO),
    /** The markup could not be kept; the body is its text only. */
    HTML_FALLBACK_TEXT(WARNING),
    /** The body is too large for a record and is kept at bodyRef. */
    BODY_BY_REFERENCE(INFO),

    /** The shape of an image's URL is suspect. */
    IMAGE_URL_SUSPECT(WARNING),
    /** More distinct images than are checked. */
    IMAGE_BUDGET_EXCEEDED(WARNING),
    /** More images than are kept. */
    IMAGES_CUT(WARNING),
    /** A caption was inferred from the look of the text. */
    CAPTION_INFERRED(INFO),

    /** There is no date that can be trusted. */
    DATE_MISSING(WARNING),
    /** A date that cannot be read, or that is no date. */
    DATE_INVALID(WARNING),
    /** A date more than a day ahead of the time it was seen. */
    DATE_FUTURE(WARNING),
    /** The evidence says that the declared zone is wrong. */
    DATE_TZ_SUSPECT(WARNING),
    /** A date and time without a zone, read as UTC. */
    DATE_ZONE_MISSING(WARNING),

    /** The source does not say its language. */
    LANGUAGE_UNDECLARED(INFO),
    /** The text is of another language than the source says. */
    LANGUAGE_CONFLICT(WARNING);

    private final Severity severity;

    QualityCode(Severity severity) {
        this.severity = severity;
    }

    /** How much it matters. */
    public Severity severity() {
        return severity;
    }

    /** The flag of this code on a field of the contract. */
    public QualityFlag on(String field) {
        return flag(field).build();
    }

    /** The flag of this code on a field of the contract, with what was found. */
    public QualityFlag on(String field, String detail) {
        return flag(field).setDetail(Excerpt.of(detail)).build();
    }

    private QualityFlag.Builder flag(String field) {
        return QualityFlag.newBuilder().setCode(name()).setSeverity(severity).setField(field);
    }
}
