package io.broadsheet.ingest.format.sitemap;

import io.broadsheet.ingest.item.Parsed;

import java.util.Locale;
import java.util.Optional;

/**
 * A sitemap that is a plain list of addresses, one a line (sitemaps.org, "Text file"). It is known
 * by its first lines, each of which must be an address and nothing else; a line further on that is
 * none is passed over.
 */
public final class TextSitemap {

    private static final int LINES_TO_KNOW_IT = 20;

    private TextSitemap() {}

    /**
     * The addresses in it; empty if the text is no such list.
     *
     * @param base address of the document; blank if it has none
     */
    public static Optional<Parsed> parse(String text, String base) {
        if (!fits(text)) {
            return Optional.empty();
        }
        var places = new PlaceList(base);
        text.lines().filter(line -> !line.isBlank()).forEach(line -> places.add(line.strip(), ""));
        return Optional.of(places.finished(false, ""));
    }

    /** Whether a text, or one that begins like this, is such a list. */
    public static boolean fits(String text) {
        return isAddress(text.stripLeading().lines().findFirst().orElse(""))
                && text.lines()
                        .filter(line -> !line.isBlank())
                        .limit(LINES_TO_KNOW_IT)
                        .allMatch(TextSitemap::isAddress);
    }

    private static boolean isAddress(String line) {
        String address = line.strip().toLowerCase(Locale.ROOT);
        return (address.startsWith("http://") || address.startsWith("https://"))
                && address.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '>');
    }
}
