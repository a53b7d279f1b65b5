package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The article of a page. */
public final class MainText {

    private MainText() {}

    /** An element that holds the article and no more; the document is changed. */
    public static Element of(Document document) {
        Survey.Surveyed page = Survey.of(document.body());
        Settled.settle(page.body());
        Box main = Choice.in(page.body());
        Trim.trim(page, main, Titles.of(document));
        return main.element;
    }
}
