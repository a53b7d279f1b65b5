package io.broadsheet.ingest.format.feed.xml;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whose word an element is, whatever prefix and spelling of the namespace its author chose. {@link
 * #key()} is how it is called in keys of extensions.
 */
public enum Vocabulary {
    /** RSS in any version, elements of no namespace, and the namespace of the root itself. */
    CORE("rss", ""),
    /** Atom 0.3 and 1.0. */
    ATOM("atom", "http://www.w3.org/2005/atom", "http://purl.org/atom/ns"),
    /** Deleted entries (RFC 6721). */
    AT("at", "http://purl.org/atompub/tombstones/1.0"),
    /** RDF syntax. */
    RDF("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns"),
    /** Markup in place. */
    XHTML("xhtml", "http://www.w3.org/1999/xhtml"),
    /** RSS module content. */
    CONTENT("content", "http://purl.org/rss/1.0/modules/content"),
    /** Dublin Core elements. */
    DC("dc", "http://purl.org/dc/elements/1.1", "http://purl.org/dc/elements/1.0"),
    /** Dublin Core terms. */
    DCTERMS("dcterms", "http://purl.org/dc/terms"),
    /** Media RSS, under all names that it went by. */
    MEDIA(
            "media",
            "http://search.yahoo.com/mrss",
            "http://search.yahoo.com/rss",
            "http://video.search.yahoo.com/mrss",
            "http://tools.search.yahoo.com/mrss",
            "http://www.rssboard.org/media-rss"),
    /** Podcasts as Apple wants them. */
    ITUNES("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
    /** Counts and departments of Slash. */
    SLASH("slash", "http://purl.org/rss/1.0/modules/slash"),
    /** How often a channel is updated. */
    SY("sy", "http://purl.org/rss/1.0/modules/syndication"),
    /** Places. */
    GEORSS("georss", "http://www.georss.org/georss"),
    /** Places, older. */
    GEO("geo", "http://www.w3.org/2003/01/geo/wgs84_pos"),
    /** Geometry inside of places. */
    GML("gml", "http://www.opengis.net/gml"),
    /** Threads (RFC 4685). */
    THR("thr", "http://purl.org/syndication/thread/1.0"),
    /** Addresses of comments. */
    WFW("wfw", "http://wellformedweb.org/commentapi"),
    /** Paging and completeness (RFC 5005). */
    FH("fh", "http://purl.org/syndication/history/1.0"),
    /** FeedBurner. */
    FEEDBURNER("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
    /** Licences. */
    CC(
            "creativeCommons",
            "http://backend.userland.com/creativecommonsrssmodule",
            "http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html"),
    /** Podcasting 2.0. */
    PODCAST(
            "podcast",
            "https://podcastindex.org/namespace/1.0",
            "https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"),
    /** Google's Atom dialect. */
    GD("gd", "http://schemas.google.com/g/2005"),
    /** YouTube. */
    YT("yt", "http://www.youtube.com/xml/schemas/2015"),
    /** Articles in sitemaps. */
    NEWS("news", "http://www.google.com/schemas/sitemap-news/0.9"),
    /** Images in sitemaps. */
    IMAGE(
            "image",
            "http://www.google.com/schemas/sitemap-image/1.1",
            "http://www.google.com/schemas/sitemap-image/1.0"),
    /** Any other. */
    OTHER("");

    /** Of RSS, in the spellings that are out there. */
    private static final List<String> RSS =
            List.of(
                    "http://purl.org/rss/1.0",
                    "http://purl.org/rss/1.1",
                    "http://purl.org/net/rss1.1",
                    "http://my.netscape.com/rdf/simple/0.9",
                    "http://my.netscape.com/rdf/simple/0.90",
                    "http://my.netscape.com/publish/formats/rss-0.91.dtd",
                    "http://channel.netscape.com/rdf/simple/0.9",
                    "http://purl.org/rss/1.0/modules/rss091",
                    "http://backend.userland.com/rss",
                    "http://backend.userland.com/rss2",
                    "http://backend.userland.com/rss091",
                    "http://blogs.law.harvard.edu/tech/rss",
                    "http://cyber.law.harvard.edu/rss/rss.html",
                    "http://feeds.archive.org/validator");

    private static final Map<String, Vocabulary> BY_URI = new HashMap<>();
    private static final Map<String, Vocabulary> BY_PREFIX = new HashMap<>();

    static {
        for (Vocabulary vocabulary : values()) {
            if (vocabulary != OTHER) {
                for (String uri : vocabulary.uris.split(" ", -1)) {
                    BY_URI.put(uri, vocabulary);
                }
            }
            BY_PREFIX.put(vocabulary.key.toLowerCase(Locale.ROOT), vocabulary);
        }
        RSS.forEach(uri -> BY_URI.put(uri, CORE));
    }

    private final String key;
    private final String uris;

    Vocabulary(String key, String... uris) {
        this.key = key;
        this.uris = String.join(" ", uris);
    }

    /** Its usual prefix. */
    public String key() {
        return key;
    }

    /** By namespace; case, a trailing slash and a trailing hash do not matter. */
    static Vocabulary ofNamespace(String uri) {
        String plain = uri.strip().toLowerCase(Locale.ROOT);
        while (plain.endsWith("/") || plain.endsWith("#")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        return BY_URI.getOrDefault(plain, OTHER);
    }

    /** By a prefix that nobody declared. */
    static Vocabulary ofPrefix(String prefix) {
        return BY_PREFIX.getOrDefault(prefix.toLowerCase(Locale.ROOT), OTHER);
    }
}
