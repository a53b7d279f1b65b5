package io.broadsheet.ingest.format.feed;

import io.broadsheet.ingest.format.feed.atom.AtomFormat;
import io.broadsheet.ingest.format.feed.rss.RssFormat;
import io.broadsheet.ingest.format.feed.xml.FeedXml;
import io.broadsheet.ingest.format.feed.xml.Prolog;
import io.broadsheet.ingest.format.feed.xml.XmlReading;
import io.broadsheet.ingest.item.Parsed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads feeds in XML, whichever their dialect is. */
public final class FeedFormat {

    /** What a server writes by mistake before a feed is seldom longer. */
    private static final int JUNK_CHARS_MAX = 8_192;

    /** Room for a licence in a comment. */
    private static final int HEAD_CHARS_MAX = 65_536;

    private static final int HEAD_BYTES = 8_192;

    private static final List<String> BEGINNINGS = List.of("<?xml", "<rss", "<feed", "<rdf:rdf");

    private FeedFormat() {}

    /** Where the feed begins that a text is; empty if its first element is no feed's. */
    public static Optional<Prolog> find(String text) {
        return Prolog.of(text).filter(FeedFormat::isFeed).filter(p -> p.root() < HEAD_CHARS_MAX);
    }

    /** Where a feed begins in a text that begins with something else. */
    public static Optional<Prolog> findBehindJunk(String text) {
        int max = Math.min(text.length(), JUNK_CHARS_MAX);
        for (int at = text.indexOf('<'); at >= 0 && at < max; at = text.indexOf('<', at + 1)) {
            if (beginsAt(text, at)) {
                return Prolog.of(text, at).filter(FeedFormat::isFeed);
            }
        }
        return Optional.empty();
    }

    private static boolean beginsAt(String text, int at) {
        return BEGINNINGS.stream().anyMatch(b -> text.regionMatches(true, at, b, 0, b.length()));
    }

    private static boolean isFeed(Prolog prolog) {
        return RssFormat.fits(prolog.name()) || AtomFormat.fits(prolog.name());
    }

    /**
     * All items, or why there are none.
     *
     * @param prolog of that text, as found
     * @param base address of the document, to which what is relative in it is relative; blank if
     *     nothing can be
     */
    public static Parsed parse(String text, Prolog prolog, String base) {
        return switch (FeedXml.read(text, prolog, base)) {
            case XmlReading.Refused(var rejection) -> new Parsed.Refused(rejection);
            case XmlReading.Tree tree -> parse(tree, prolog);
        };
    }

    private static Parsed parse(XmlReading.Tree tree, Prolog prolog) {
        return AtomFormat.fits(prolog.name()) ? AtomFormat.parse(tree) : RssFormat.parse(tree);
    }

    /**
     * All items of a feed whose bytes are UTF-8 and well-formed; empty for all else. It says the
     * same as if the text were read, in less time.
     */
    public static Optional<Parsed.Feed> parseUtf8(byte[] bytes, String base) {
        int length = Math.min(bytes.length, HEAD_BYTES);
        return find(new String(bytes, 0, length, StandardCharsets.ISO_8859_1))
                .flatMap(prolog ->
                        FeedXml.readUtf8(bytes, prolog, base).map(tree -> parse(tree, prolog)))
                .filter(Parsed.Feed.class::isInstance)
                .map(Parsed.Feed.class::cast);
    }
}
