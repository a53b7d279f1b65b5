package io.broadsheet.enrich.step.maintext;

import io.broadsheet.web.markup.PageTitle;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

import java.util.List;
import java.util.Optional;

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
     * @param declared whether it is not in the page but in its linked data
     */
    public record Found(Element element, PageFacts facts, boolean declared) {}

    /** A page that shows less of what it declares is filled by a script. */
    private static final double SHOWN_MIN = 0.3;

    private static final int DECLARED_CHARS_MIN = 250;

    private MainText() {}

    /** Finds it; the document is changed. A page without any article is all article. */
    public static Found of(Document document) {
        Elements scripts = document.select("script[type]");
        Templates.show(scripts);
        Formulas.write(document.body());
        Survey.Surveyed page = Survey.of(document.body());
        Optional<Box> discussion = Discussion.in(document, page.body());
        Settled.settle(page.body());
        Titles titles = Titles.of(document);
        Optional<String> declared = DeclaredBody.of(scripts);
        Evidence evidence = Evidence.of(declared, page.lines());
        Box main = discussion.orElseGet(() -> chosen(page, titles, evidence));
        PageFacts facts = Surroundings.of(page, main, titles, PageTitle.of(document));
        if (declared.isPresent() && isUnseen(declared.get(), evidence, main)) {
            return new Found(paragraphs(declared.get()), facts, true);
        }
        List<Box> leads = Leads.of(page, main, titles);
        List<Box> notes = Notes.after(page.body(), main);
        cut(new Cut(page, main, evidence), titles);
        List<Element> inline = InlineNotes.takenOutOf(main);
        Element whole = whole(elements(leads), main.element, elements(notes), inline);
        return new Found(whole, facts, false);
    }

    private static Box chosen(Survey.Surveyed page, Titles titles, Evidence evidence) {
        Box main = Choice.in(page, titles, evidence);
        return evidence.counts() ? main : SecondOpinion.on(page, main, titles);
    }

    private static boolean isUnseen(String declared, Evidence evidence, Box main) {
        return declared.length() >= DECLARED_CHARS_MIN
                && evidence.coverage() < SHOWN_MIN
                && main.holds.sentences() < SHOWN_MIN * declared.length();
    }

    private static Element paragraphs(String text) {
        Element paragraphs = new Element("div");
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> paragraphs.appendElement("p").text(line.strip()));
        return paragraphs;
    }

    private static void cut(Cut cut, Titles titles) {
        ChromeCut.from(cut);
        DeclaredCut.from(cut);
        HeadCut.from(cut, titles);
        TailCut.from(cut);
        cut.apply();
    }

    private static List<Element> elements(List<Box> boxes) {
        return boxes.stream().map(box -> box.element).toList();
    }

    private static Element whole(
            List<Element> leads, Element main, List<Element> notes, List<Element> inline) {
        if (leads.isEmpty() && notes.isEmpty() && inline.isEmpty()) {
            return main;
        }
        Element whole = new Element("div");
        main.replaceWith(whole);
        leads.forEach(whole::appendChild);
        whole.appendChild(main);
        notes.forEach(whole::appendChild);
        inline.forEach(whole::appendChild);
        return whole;
    }
}
