package io.broadsheet.ingest.format.htmlpage;

import java.util.List;

/**
 * Which of a page's many ways to say one thing is believed: by key, the best first. What loses is
 * kept among the extensions.
 *
 * <p>Linked data comes before Open Graph, because it is the site's word about the article, while
 * Open Graph and Twitter cards are its word about a card that is to be clicked; these come before
 * microdata and RDFa, which templates attach to the wrong element more often; then the words of
 * single services (Parse.ly, Sailthru), which nobody sees and nobody mends, then Dublin Core, the
 * words of libraries ({@code citation_author}) and bare {@code meta}; last what is written for
 * people, the {@code title} with the site's name in it. Two are the other way round: a description
 * of a card is written, one of linked data is often the cut off first sentence; and the language of
 * the {@code html} element has an effect in browsers, so that an error there is seen.
 */
enum Precedence {
    /** The headline. */
    TITLE(
            "ld:headline",
            "og:title",
            "twitter:title",
            "itemprop:headline",
            "rdfa:headline",
            "ld:name",
            "headline",
            "parsely-title",
            "sailthru.title",
            "dcterms.title",
            "dc.title",
            "citation_title",
            "ld:page/headline",
            "html:title"),
    /** What it is about. */
    SUMMARY(
            "og:description",
            "ld:description",
            "description",
            "twitter:description",
            "itemprop:description",
            "rdfa:description",
            "sailthru.description",
            "dcterms.description",
            "dc.description",
            "ld:page/description"),
    /** When it came out. */
    PUBLISHED(
            "ld:datepublished",
            "article:published_time",
            "og:published_time",
            "og:article:published_time",
            "itemprop:datepublished",
            "rdfa:datepublished",
            "datepublished",
            "parsely-pub-date",
            "sailthru.date",
            "dcterms.issued",
            "dc.date.issued",
            "dcterms.date",
            "dc.date",
            "dcterms.created",
            "dc.date.created",
            "publishdate",
            "publish_date",
            "publication_date",
            "pubdate",
            "citation_online_date",
            "citation_publication_date",
            "citation_date",
            "og:pubdate",
            "og:publish_date",
            "article:published",
            "publish-date",
            "published-date",
            "published_at",
            "date.published",
            "date",
            "html:time",
            "ld:page/datepublished",
            "ld:datecreated",
            "itemprop:datecreated",
            "rdfa:datecreated"),
    /** When it was last changed. */
    UPDATED(
            "ld:datemodified",
            "article:modified_time",
            "og:updated_time",
            "og:article:modified_time",
            "itemprop:datemodified",
            "rdfa:datemodified",
            "datemodified",
            "dcterms.modified",
            "dc.date.modified",
            "last-modified",
            "ld:page/datemodified"),
    /** What it is written in. */
    LANGUAGE(
            "html:lang",
            "ld:inlanguage",
            "itemprop:inlanguage",
            "rdfa:inlanguage",
            "og:locale",
            "http:content-language",
            "content-language",
            "dcterms.language",
            "dc.language",
            "language",
            "ld:page/inlanguage"),
    /** Who holds the rights. */
    RIGHTS(
            "ld:copyrightnotice",
            "itemprop:copyrightnotice",
            "rdfa:copyrightnotice",
            "copyright",
            "dcterms.rights",
            "dc.rights"),
    /**
     * Who wrote it; the linked data's own come before. What is said of the article alone comes
     * before {@code author}, in which templates write the outlet or its company.
     */
    AUTHORS(
            "cxenseparse:author",
            "article:author",
            "og:article:author",
            "author",
            "itemprop:author",
            "rdfa:author",
            "itemprop:creator",
            "rdfa:creator",
            "byl",
            "byline",
            "search.byline",
            "parsely-author",
            "sailthru.author",
            "dcterms.creator",
            "dc.creator",
            "citation_author",
            "og:author",
            "article:author_name",
            "article_author",
            "authors",
            CardLabels.AUTHOR,
            "twitter:creator"),
    /** The outlet. */
    OUTLET(
            "og:site_name",
            "ld:publisher",
            "itemprop:publisher",
            "rdfa:publisher",
            "application-name",
            "dcterms.publisher",
            "dc.publisher"),
    /** The part of the outlet it stands in. */
    SECTION(
            "article:section",
            "og:article:section",
            "ld:articlesection",
            "itemprop:articlesection",
            "rdfa:articlesection",
            "parsely-section"),
    /** Its keywords as lists of one text each. */
    KEYWORDS(
            "ld:keywords",
            "news_keywords",
            "keywords",
            "itemprop:keywords",
            "rdfa:keywords",
            "parsely-tags",
            "sailthru.tags",
            "dcterms.subject",
            "dc.subject");

    @SuppressWarnings("ImmutableEnumChecker") // always List.of
    private final List<String> keys;

    Precedence(String... keys) {
        this.keys = List.of(keys);
    }

    /** In lower case, the best first. */
    List<String> keys() {
        return keys;
    }
}
