package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.util.ArrayList;
import java.util.List;

/** The article of a page. */
public final class MainText {

    private MainText() {}

    /** An element that holds the article and no more; the document is changed. */
    public static Element of(Document document) {
        Box body = Survey.of(document.body());
        Settled.settle(body);
        Box main = Choice.in(body);
        List<Element> out = new ArrayList<>();
        Trim.collect(main, out);
        out.forEach(Element::remove);
        return main.element;
    }
}
