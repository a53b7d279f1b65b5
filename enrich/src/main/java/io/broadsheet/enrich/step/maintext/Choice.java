package io.broadsheet.enrich.step.maintext;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Goes from the whole page down to what holds the sentences of the article: from a box to the one
 * inside it that has most of them, as long as what is left behind is not of the article too.
 */
final class Choice {

    private static final double SHARE_MIN = 0.55;
    private static final double HINTED_SHARE_MIN = 0.35;
    private static final double TITLED_SHARE_MIN = 0.2;
    private static final double BODY_IN_BODY_SHARE_MIN = 0.75;
    private static final double PART_OF_BODY_SHARE_MIN = 0.9;
    private static final double BESIDE_MAX = 0.05;
    private static final double TWINS_MAX = 0.15;
    private static final double KNOWN_MIN = 0.95;
    private static final double TITLE_WEIGHT = 1.6;
    private static final double LIST_WEIGHT = 0.4;
    private static final int TITLE_LINES_MAX = 20;

    private static final Set<String> LEAVES =
            WordList.setOf(
                    "p pre blockquote li ul ol figure h1 h2 h3 a span font b strong em i code dl");

    private final List<Integer> titleLines;

    private Choice(List<Integer> titleLines) {
        this.titleLines = titleLines;
    }

    static Box in(Survey.Surveyed page, Titles titles, Evidence evidence) {
        if (evidence.counts()) {
            return around(page.body(), evidence);
        }
        List<Integer> titleLines =
                IntStream.range(0, page.lines().size())
                        .filter(line -> titles.are(page.lines().get(line)))
                        .limit(TITLE_LINES_MAX)
                        .boxed()
                        .toList();
        return new Choice(titleLines).in(page.body());
    }

    /** The smallest box that holds nearly all that the declared article has too. */
    private static Box around(Box body, Evidence evidence) {
        double enough = KNOWN_MIN * evidence.knownIn(body);
        Box at = body;
        Optional<Box> next = Optional.of(body);
        while (next.isPresent()) {
            at = next.get();
            next =
                    at.children.stream()
                            .filter(child -> !isLeaf(child) && evidence.knownIn(child) >= enough)
                            .findFirst();
        }
        return at;
    }

    private Box in(Box body) {
        Box at = body;
        Optional<Box> next = next(at);
        while (next.isPresent()) {
            at = next.get();
            next = next(at);
        }
        return at;
    }

    private Optional<Box> next(Box at) {
        double weight = at.holds.article();
        return at.children.stream()
                .filter(child -> child.isPlain() && !isLeaf(child) && !isCode(child))
                .max(Comparator.comparingDouble(this::promise))
                .filter(child -> child.holds.article() > 0)
                .filter(child -> child.holds.article() >= share(at, child) * weight)
                .filter(child -> isBody(child) || beside(at) < BESIDE_MAX * weight)
                .filter(child -> twins(at, child) < TWINS_MAX * weight);
    }

    private static boolean isLeaf(Box box) {
        return LEAVES.contains(box.element.normalName());
    }

    /** A frame around code and nothing else. */
    private static boolean isCode(Box box) {
        return box.children.size() == 1 && box.children.getFirst().nameIs("pre");
    }

    private static boolean isBody(Box box) {
        return Hints.of(box) == Hints.BODY;
    }

    private boolean hasTitle(Box box) {
        return titleLines.stream().anyMatch(box::hasLine);
    }

    /** Its weight, by all that speaks for and against it. */
    private double promise(Box box) {
        boolean titled = hasTitle(box);
        double kind = titled ? TITLE_WEIGHT : box.holds.articles() > 1 ? LIST_WEIGHT : 1;
        return box.holds.article() * Hints.of(box).weight() * kind;
    }

    /** The share of all that it must have. */
    private double share(Box at, Box child) {
        if (isBody(at)) {
            return isBody(child) ? BODY_IN_BODY_SHARE_MIN : PART_OF_BODY_SHARE_MIN;
        }
        if (hasTitle(child)) {
            return TITLED_SHARE_MIN;
        }
        return Hints.of(child).compareTo(Hints.ELEMENT) >= 0 ? HINTED_SHARE_MIN : SHARE_MIN;
    }

    /** Sentences that stand in it as paragraphs, not in another part. */
    private static double beside(Box at) {
        double prose = at.holds.ownSentences();
        for (Box child : at.children) {
            prose += isLeaf(child) && child.isPlain() ? child.holds.article() : 0;
        }
        return prose + Framed.beside(at);
    }

    /** What is in other parts of the same name: an article in several parts, but not several. */
    private static double twins(Box at, Box best) {
        if (best.nameIs("article")) {
            return 0;
        }
        double twins = 0;
        for (Box child : at.children) {
            boolean twin =
                    child != best
                            && child.isPlain()
                            && child.nameIs(best.element.normalName())
                            && child.element.className().equals(best.element.className());
            twins += twin ? child.holds.article() : 0;
        }
        return twins;
    }
}
