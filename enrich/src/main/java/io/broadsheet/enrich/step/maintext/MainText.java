package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.util.List;

/**
 * The article of a page. First all of the page is surveyed; then the part is chosen that holds the
 * article's sentences; then what is in that part and not of the article goes.
 */
public final class MainText {

    /**
     * The article of a page.
     *
     * @param element that holds it; what in it is no part of the article is hidden
     * @param facts what the page shows of it besides
     */
    public record Found(Element element, PageFacts facts) {}

    private MainText() {}

    /** Finds it; the document is changed. A page without any article is all article. */
    public static Found of(Document document) {
        Survey.Surveyed page = Survey.of(document.body());
        Settled.settle(page.body());
        Titles titles = Titles.of(document);
        Evidence evidence = Evidence.of(DeclaredBody.of(document), page.lines());
        Box main = Choice.in(page, titles, evidence);
        PageFacts facts = Surroundings.of(page, main, titles, document.title());
        List<Box> leads = Leads.of(page, main, titles);
        List<Box> notes = Notes.after(page.body(), main);
        cut(new Cut(page, main, evidence), titles);
        return new Found(whole(leads, main, notes), facts);
    }

    private static void cut(Cut cut, Titles titles) {
        ChromeCut.from(cut);
        DeclaredCut.from(cut);
        HeadCut.from(cut, titles);
        TailCut.from(cut);
        cut.apply();
    }

    private static Element whole(List<Box> leads, Box main, List<Box> notes) {
        if (leads.isEmpty() && notes.isEmpty()) {
            return main.element;
        }
        Element whole = new Element("div");
        main.element.replaceWith(whole);
        leads.forEach(lead -> whole.appendChild(lead.element));
        whole.appendChild(main.element);
        notes.forEach(note -> whole.appendChild(note.element));
        return whole;
    }
}
