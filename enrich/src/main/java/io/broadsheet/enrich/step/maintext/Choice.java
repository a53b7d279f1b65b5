package io.broadsheet.enrich.step.maintext;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Goes from the whole page down to what holds the sentences of the article. */
final class Choice {

    private static final double SHARE_MIN = 0.55;
    private static final double HINTED_SHARE_MIN = 0.35;
    private static final double KNOWN_MIN = 0.95;
    private static final double BESIDE_MAX = 0.05;
    private static final double TWINS_MAX = 0.15;
    private static final Set<String> LEAVES =
            Set.of("p", "pre", "blockquote", "li", "ul", "ol", "figure", "h1", "h2", "h3", "a", "span", "font", "b", "strong", "em", "i", "code", "dl");

    

    static Box in(Survey.Surveyed page, Titles titles) {
        int[] found = java.util.stream.IntStream.range(0, page.lines().size()).filter(i -> titles.are(page.lines().get(i))).limit(20).toArray();
        return new Choice(found).in(page.body());
    }

    private final int[] titleLines;

    private Choice(int[] titleLines) {
        this.titleLines = titleLines;
    }

    /** The smallest box that holds nearly all lines that the declared article has too. */
    static Box around(Box body, List<Line> lines, Evidence evidence) {
        double all = known(body, lines, evidence);
        Box at = body;
        Optional<Box> next = Optional.of(body);
        while (next.isPresent()) {
            at = next.get();
            next = at.children.stream().filter(child -> !LEAVES.contains(child.element.normalName()) && known(child, lines, evidence) >= KNOWN_MIN * all).findFirst();
        }
        return at;
    }

    private static double known(Box box, List<Line> lines, Evidence evidence) {
        double chars = 0;
        for (int i = box.firstLine; i < box.endLine; i++) {
            chars += evidence.known()[i] ? lines.get(i).letters() : 0;
        }
        return chars;
    }

    private boolean hasTitle(Box box) {
        for (int line : titleLines) {
            if (line >= box.firstLine && line < box.endLine) {
                return true;
            }
        }
        return false;
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
        return at.children.stream()
                .filter(Box::isPlain)
                .filter(child -> !LEAVES.contains(child.element.normalName()))
                .max(Comparator.comparingDouble(child -> child.prose * weight(child)))
                .filter(child -> child.prose >= share(at, child) * at.prose && child.prose > 0)
                .filter(child -> isBody(child) || beside(at) < BESIDE_MAX * at.prose)
                .filter(child -> twins(at, child) < TWINS_MAX * at.prose);
    }

    private static boolean isBody(Box box) {
        return Hints.of(box.element, box.names) == 3;
    }

    private double weight(Box child) {
        return (1 + 0.4 * Hints.of(child.element, child.names)) * (hasTitle(child) ? 1.6 : 1) * (child.articles > 1 && !hasTitle(child) ? 0.4 : 1);
    }

    private double share(Box at, Box child) {
        if (isBody(at)) {
            return isBody(child) ? 0.75 : 0.9;
        }
        if (hasTitle(child)) {
            return 0.25;
        }
        return Hints.of(child.element, child.names) >= 2 ? HINTED_SHARE_MIN : SHARE_MIN;
    }

    /** Sentences that stand in it as paragraphs, not in another part. */
    private static double beside(Box at) {
        double prose = at.ownProse;
        for (Box child : at.children) {
            if (LEAVES.contains(child.element.normalName()) && child.isPlain()) {
                prose += child.prose;
            }
        }
        return prose;
    }

    /** Sentences in other parts of the same name: an article in several parts. */
    private static double twins(Box at, Box best) {
        double prose = 0;
        for (Box child : at.children) {
            if (child != best && child.isPlain() && child.element.className().equals(best.element.className()) && child.element.nameIs(best.element.normalName())) {
                prose += child.prose;
            }
        }
        return best.element.nameIs("article") ? 0 : prose;
    }
}
