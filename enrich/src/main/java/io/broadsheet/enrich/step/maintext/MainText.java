package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.util.List;

/** The article of a page. */
public final class MainText {

    private MainText() {}

    /**
     * The article of a page.
     *
     * @param element that holds it and no more
     * @param facts what the page shows of it besides
     */
    public record Found(Element element, PageFacts facts) {}

    /** Finds it; the document is changed. */
    public static Found of(Document document) {
        Survey.Surveyed page = Survey.of(document.body());
        Settled.settle(page.body());
        Titles titles = Titles.of(document);
        Evidence evidence = Evidence.of(DeclaredBody.of(document), page.lines());
        Box main = evidence.counts() ? Choice.around(page.body(), page.lines(), evidence) : Choice.in(page, titles);
        PageFacts facts = Surroundings.of(page, main, titles, document.title());
        List<Box> leads = Leads.of(page, main, titles);
        List<Box> notes = Notes.after(page.body(), main);
        Trim.trim(page, main, titles, evidence);
        if (leads.isEmpty() && notes.isEmpty()) {
            return new Found(main.element, facts);
        }
        Element whole = new Element("div");
        main.element.replaceWith(whole);
        leads.forEach(lead -> whole.appendChild(lead.element));
        whole.appendChild(main.element);
        notes.forEach(note -> whole.appendChild(note.element));
        return new Found(whole, facts);
    }
}
