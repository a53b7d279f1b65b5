package io.broadsheet.ingest.format.htmlpage;

import io.broadsheet.ingest.item.Parsed;

/** Reads whole HTML pages. */
public final class HtmlPageFormat {

    private HtmlPageFormat() {}

    /**
     * An article; a page is never refused.
     *
     * @param base address that the page was got from; blank if it was not got from the web
     */
    public static Parsed parse(String html, String base) {
        HtmlPageShape shape = HtmlPageParser.parse(html, base);
        return new Parsed.Item(HtmlPageAdapter.adapt(shape, html, base));
    }
}
