package io.broadsheet.ingest.format.htmlpage;

import io.broadsheet.ingest.item.Draft;
import io.broadsheet.ingest.item.Parsed;
import io.broadsheet.schemas.ContractClasses;

/** Reads heads of pages. */
final class HtmlPages {

    static {
        ContractClasses.trust();
    }

    static final String ADDRESS = "https://www.example.org/news/storm";

    private HtmlPages() {}

    /** A page of that address with that in its head. */
    static Draft withHead(String head) {
        return read("<!DOCTYPE html><html><head>" + head + "</head><body><p>x</p></body></html>");
    }

    static Draft withScript(String json) {
        return withHead(script(json));
    }

    static String script(String json) {
        return "<script type='application/ld+json'>" + json + "</script>";
    }

    static Draft read(String html) {
        return ((Parsed.Item) HtmlPageFormat.parse(html, ADDRESS)).draft();
    }
}
