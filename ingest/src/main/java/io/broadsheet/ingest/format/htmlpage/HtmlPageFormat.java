package io.broadsheet.ingest.format.htmlpage;

import io.broadsheet.ingest.item.Parsed;

/** Reads whole HTML pages. */
public final class HtmlPageFormat {

    private HtmlPageFormat() {}

    /** An article; a page is never refused. */
    public static Parsed parse(String html) {
        return new Parsed.Item(HtmlPageAdapter.adapt(HtmlPageParser.parse(html), html));
    }
}
