package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;

import java.util.Set;

/** Takes out of an article what is chrome by name, blocks of links, and captions. */
final class ChromeCut {

    private static final double LINKS_MAX = 0.6;
    private static final int SENTENCE_CHARS_MIN = 50;
    private static final int SHORT_ITEM_CHARS_MAX = 30;
    private static final int FIGURE_CHARS_MAX = 600;
    private static final double FIGURE_SHARE_MAX = 0.3;
    private static final Set<String> LINKED = WordList.setOf("ul ol dl div section p span");

    private final Cut cut;
    private final int lastSentence;

    private ChromeCut(Cut cut) {
        this.cut = cut;
        int last = cut.end() - 1;
        while (last >= cut.first() && cut.line(last).prose() == 0) {
            last--;
        }
        this.lastSentence = last;
    }

    static void from(Cut cut) {
        new ChromeCut(cut).in(cut.main);
    }

    private void in(Box around) {
        for (Box child : around.children) {
            if (child.kind() == Box.Kind.CAPTION) {
                cut.caption(child);
            } else if (goes(child)) {
                cut.hide(child);
            } else if (isUnderPicture(around, child)) {
                cut.caption(child);
            } else {
                in(child);
                figure(child);
            }
        }
    }

    private boolean goes(Box box) {
        if (cut.evidence.knownIn(box) > 0) {
            return false;
        }
        return LineNumbers.are(box)
                || (box.kind() == Box.Kind.CHROME ? goesAsChrome(box) : isOfLinks(box));
    }

    private boolean goesAsChrome(Box box) {
        return box.lines() > 0 || !isInSentence(box) || Chrome.isWithinLines(box);
    }

    /** A part of a line that says more. */
    private boolean isInSentence(Box box) {
        return box.firstLine < cut.end() && cut.line(box.firstLine).prose() > 0;
    }

    private boolean isOfLinks(Box box) {
        return LINKED.contains(box.element.normalName())
                && box.holds.linkDensity() > LINKS_MAX
                && box.holds.sentences() == 0
                && !box.holds.verbatim()
                && !box.holds.tableHead()
                && !isShortList(box)
                && !isLinkedSentence(box);
    }

    /** Names with links, in the midst of an article: headlines of others are longer. */
    private boolean isShortList(Box box) {
        return (box.nameIs("ul") || box.nameIs("ol"))
                && !leadsWithin(box)
                && box.lines() > 0
                && box.holds.chars() / box.lines() <= SHORT_ITEM_CHARS_MAX
                && box.endLine() <= lastSentence;
    }

    /** A table of contents. */
    private static boolean leadsWithin(Box list) {
        Element link = list.element.selectFirst("a[href]");
        return link != null && link.attr("href").startsWith("#");
    }

    /** A paragraph whose author linked most of what it says. */
    private boolean isLinkedSentence(Box box) {
        return box.nameIs("p")
                && box.lines() == 1
                && box.holds.chars() > SENTENCE_CHARS_MIN
                && cut.line(box.firstLine).count().marks() > 1;
    }

    private boolean isUnderPicture(Box around, Box child) {
        return around != cut.main
                && child.lines() == 1
                && around.holds.images() == 1
                && UnderPicture.is(around, child, cut.line(child.firstLine))
                && cut.evidence.knownIn(child) == 0;
    }

    /** What is written in a picture's frame is its caption, marked as one or not. */
    private void figure(Box box) {
        if (!isPicture(box)) {
            return;
        }
        for (int i = box.firstLine; i < box.endLine(); i++) {
            Box of = cut.line(i).box();
            if (of == box && !box.nameIs("figure")) {
                inline(box, i);
            } else if (!cut.isGone(i) && of != box && of.lines() == 1 && of.holds.images() == 0) {
                cut.caption(of);
            }
        }
    }

    /** The parts of the line that stands beside the picture in its frame. */
    private void inline(Box frame, int line) {
        for (Box part : frame.children) {
            if (part.lines() == 0 && part.holds.images() == 0 && part.element.hasText()) {
                cut.caption(part, line);
            }
        }
    }

    private boolean isPicture(Box box) {
        return Pictures.isFrame(box)
                && box.holds.images() > 0
                && !box.holds.blocks()
                && box.holds.chars() <= FIGURE_CHARS_MAX
                && box.holds.sentences() < FIGURE_SHARE_MAX * cut.main.holds.sentences();
    }
}
