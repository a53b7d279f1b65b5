package io.broadsheet.enrich.step;

import static io.broadsheet.v1.Severity.ERROR;
import static io.broadsheet.v1.Severity.INFO;
import static io.broadsheet.v1.Severity.WARNING;

import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.Severity;

/**
 * Every quality code of an enriched article, those of ingest included, which come with the raw one.
 * What each means and what a consumer should do is in {@code docs/quality-flags.md}. INFO: nothing
 * is wrong. WARNING: a value may be wrong or is missing. ERROR: the article can hardly be used
 * without it.
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
    /** What stands for the author says that nobody is named; there is no author then. */
    AUTHOR_PLACEHOLDER(INFO),
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

    /** A page shows little or nothing of the body, which is that of its linked data. */
    BODY_FROM_LINKED_DATA(INFO),

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
    /** No date is declared; it was read in the text of the page. */
    DATE_EXTRACTED(INFO),
    /** No date is declared or shown; the day is that in the path of the article's address. */
    DATE_INFERRED(WARNING),
    /** A date and time without a zone. */
    DATE_ZONE_MISSING(WARNING),
    /** The page declares dates of publication that are days apart. */
    DATE_CONFLICT(WARNING),

    /** The source does not say its language. */
    LANGUAGE_UNDECLARED(INFO),
    /** The text is of another language than the source says. */
    LANGUAGE_CONFLICT(WARNING),
    /** Neither the source nor the text says what language it is. */
    LANGUAGE_UNKNOWN(WARNING),
    /** A good part of the text is in another language than the rest. */
    LANGUAGE_MIXED(INFO),

    /** After its check: an image cannot be used. */
    IMAGE_UNUSABLE(WARNING),
    /** After its check: the lead image cannot be used. */
    LEAD_IMAGE_UNUSABLE(WARNING),

    /** Ingest: the declared character set is not the one the bytes are in. */
    CHARSET_CONFLICT(INFO),
    /** Ingest: nothing declared the character set, and its bytes are not UTF-8. */
    CHARSET_GUESSED(WARNING),
    /** Ingest: bytes of a feed that are not valid in its character set became U+FFFD. */
    CHARSET_DAMAGED(WARNING),
    /** Ingest: control characters were removed. */
    CONTROL_REMOVED(WARNING),
    /** Ingest: lone surrogates were replaced. */
    SURROGATE_REPLACED(WARNING),
    /** Ingest: the front matter was no YAML and was read line by line. */
    FRONT_MATTER_RECOVERED(WARNING),
    /** Ingest: a key stood twice. */
    FRONT_MATTER_DUPLICATE_KEY(WARNING),
    /** Ingest: a feed is not well-formed and was read as far as it can be. */
    FEED_RECOVERED(WARNING),
    /** Ingest: the categories are those of the whole feed; the item has none. */
    CATEGORIES_INHERITED(INFO),
    /** Ingest: items of a feed share a guid, now or one after the other, so it names none. */
    GUID_REUSED(WARNING),
    /** Ingest: items of a feed share a link, and none has a guid of its own. */
    LINK_REUSED(WARNING),
    /** Ingest: the article was published before under another id, and keeps that. */
    IDENTITY_CARRIED(INFO),
    /** Ingest: a block of linked data ends in the middle. */
    LINKED_DATA_BROKEN(WARNING),
    /** Ingest: the declared canonical address is another site's, or a home page. */
    CANONICAL_REFUSED(WARNING),
    /** Ingest: its publisher withholds the article, or has canceled it. */
    PUB_STATUS_NOT_USABLE(ERROR),
    /** Ingest: the date is the time the collector ran. */
    DATE_FALLBACK(WARNING),
    /** Ingest: a random picture in place of none was left out. */
    IMAGE_PLACEHOLDER_DROPPED(INFO),
    /** Ingest: images over a limit were left out. */
    IMAGES_DROPPED(WARNING),
    /** Ingest: unknown fields over a limit were left out. */
    EXTENSIONS_DROPPED(WARNING),
    /** Ingest: the title was cut at its limit. */
    TITLE_CUT(WARNING),
    /** Ingest: the summary was cut at its limit. */
    SUMMARY_CUT(WARNING),
    /** Ingest: the declared date was cut at its limit. */
    PUBLISHED_CUT(WARNING),
    /** Ingest: the declared date of change was cut at its limit. */
    UPDATED_CUT(WARNING),
    /** Ingest: the declared language was cut at its limit. */
    LANGUAGE_CUT(WARNING),
    /** Ingest: the rights were cut at their limit. */
    RIGHTS_CUT(WARNING),
    /** Ingest: an author was cut at the limit. */
    AUTHOR_CUT(WARNING),
    /** Ingest: authors over the limit were left out. */
    AUTHOR_LIST_CUT(WARNING),
    /** Ingest: a category was cut at the limit. */
    CATEGORY_CUT(WARNING),
    /** Ingest: categories over the limit were left out. */
    CATEGORY_LIST_CUT(WARNING),
    /** Ingest: an unknown field was cut at the limit. */
    EXTENSION_CUT(WARNING);

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
