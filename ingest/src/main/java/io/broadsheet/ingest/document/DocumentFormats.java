package io.broadsheet.ingest.document;

import io.broadsheet.ingest.charset.Decoding;
import io.broadsheet.ingest.charset.Utf8Claim;
import io.broadsheet.ingest.format.Format;
import io.broadsheet.ingest.format.feed.FeedFormat;
import io.broadsheet.ingest.format.feed.xml.Prolog;
import io.broadsheet.ingest.format.frontmatter.FrontMatterFormat;
import io.broadsheet.ingest.format.htmlpage.HtmlPageFormat;
import io.broadsheet.ingest.format.jsonfeed.JsonFeedFormat;
import io.broadsheet.ingest.format.ndjson.NdjsonFormat;
import io.broadsheet.ingest.format.ninjs.NinjsFormat;
import io.broadsheet.ingest.format.sitemap.SitemapFormat;
import io.broadsheet.ingest.format.sitemap.TextSitemap;
import io.broadsheet.ingest.item.Parsed;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The one place where it is told from the text of a document which format reads it. */
public final class DocumentFormats {

    private DocumentFormats() {}

    /**
     * What the text of a document says, before it is judged; for those who want no more.
     *
     * @param settings whose profile is used
     */
    public static Parsed parse(Document document, String text, ReaderSettings settings) {
        if (FrontMatterFormat.fits(text)) {
            return FrontMatterFormat.parse(text, document.name(), settings.profile());
        }
        Optional<Prolog> sitemap = SitemapFormat.find(text);
        if (sitemap.isPresent()) {
            return SitemapFormat.parse(text, sitemap.get(), document.base());
        }
        Format format = Format.ofUnfenced(text, document.name());
        Optional<Prolog> feed =
                FeedFormat.find(text)
                        .or(() ->
                                format == Format.XML || format == Format.UNKNOWN
                                        ? FeedFormat.findBehindJunk(text)
                                        : Optional.empty());
        return feed.isPresent()
                ? FeedFormat.parse(text, feed.get(), document.base())
                : other(orPage(format, document), text, document.base());
    }

    /** Pages that begin with a script or with text are known by how they were sent. */
    private static Format orPage(Format format, Document document) {
        return format == Format.UNKNOWN && document.isSentAsPage() ? Format.HTML_PAGE : format;
    }

    /** A feed that was read from its bytes, and how these are to be understood. */
    public record Direct(Parsed.Feed feed, Decoding.Decoded text) {}

    /**
     * A well-formed feed that says it is UTF-8 and is, as most are; empty for all other documents,
     * which must be decoded first. Nobody needs its text, so there is none in the answer.
     */
    public static Optional<Direct> direct(Document document) {
        Optional<String> label = document.http().flatMap(HttpFacts::charset);
        return Utf8Claim.of(document.bytes(), label)
                .flatMap(basis ->
                        FeedFormat.parseUtf8(document.bytes(), document.base())
                                .map(feed ->
                                        new Direct(
                                                feed,
                                                new Decoding.Decoded(
                                                        "",
                                                        StandardCharsets.UTF_8.name(),
                                                        basis,
                                                        List.of()))));
    }

    /** Whether it is a feed in XML, without looking further than its beginning. */
    static boolean isFeed(String text) {
        return !FrontMatterFormat.fits(text) && FeedFormat.find(text).isPresent();
    }

    private static Parsed other(Format format, String text, String base) {
        return switch (format) {
            case HTML_PAGE -> HtmlPageFormat.parse(text, base);
            case JSON -> json(text, base);
            case XML ->
                    refused(FailureCode.FORMAT_UNSUPPORTED, "XML that is neither page nor feed");
            case TOML -> refused(FailureCode.FORMAT_UNSUPPORTED, "front matter in TOML");
            case UNKNOWN -> TextSitemap.parse(text, base).orElseGet(DocumentFormats::unknown);
        };
    }

    private static Parsed unknown() {
        return refused(
                FailureCode.FRONT_MATTER_MISSING,
                "the first line is no fence (---) and no HTML page begins");
    }

    private static Parsed json(String text, String base) {
        return JsonFeedFormat.parse(text, base)
                .or(() -> NinjsFormat.parse(text))
                .orElseGet(() -> NdjsonFormat.parse(text));
    }

    private static Parsed refused(FailureCode code, String detail) {
        return new Parsed.Refused(new Rejection(code, detail));
    }
}
