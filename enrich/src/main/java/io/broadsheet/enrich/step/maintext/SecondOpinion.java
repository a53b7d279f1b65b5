package io.broadsheet.enrich.step.maintext;

import org.jspecify.annotations.Nullable;

import java.util.stream.IntStream;

/**
 * Where what was chosen by names and by shares, and the place where paragraphs stand closest, are
 * not the same, asks what the rest is: links beside the dense place are of other articles, and an
 * article begins under its title.
 */
final class SecondOpinion {

    private static final int SENTENCES_MIN = 300;
    private static final double BETWEEN_MAX = 0.5;
    private static final double OTHERS_LINKS_MIN = 0.35;
    private static final double OTHERS_SENTENCES_MAX = 0.5;
    private static final double OWN_LINKS_MAX = 0.25;

    private final Survey.Surveyed page;
    private final Box main;
    private final Box dense;

    private SecondOpinion(Survey.Surveyed page, Box main) {
        this.page = page;
        this.main = main;
        this.dense = Density.of(page);
    }

    /** The article, after both were heard. */
    static Box on(Survey.Surveyed page, Box main, Titles titles) {
        boolean named = Hints.of(main) == Hints.BODY;
        return named ? main : new SecondOpinion(page, main).settled(titles);
    }

    private Box settled(Titles titles) {
        int[] headings = headings(titles);
        if (dense.isAround(main) || !isLikely() || !isUnder(dense, headings)) {
            return main;
        }
        boolean wrong = main.isAround(dense) ? isCrowded() : !isUnder(main, headings);
        return wrong ? widened() : main;
    }

    private boolean isLikely() {
        return dense.holds.sentences() >= SENTENCES_MIN
                && dense.holds.linkDensity() <= OWN_LINKS_MAX
                && !isInChrome();
    }

    /**
     * What readers wrote is often denser than the article, and what is named as chrome is it,
     * unless what is called an article is in there.
     */
    private boolean isInChrome() {
        boolean called = false;
        for (@Nullable Box at = dense; at != null; at = at.parent) {
            called |= Hints.of(at).compareTo(Hints.ELEMENT) >= 0;
            if (Chrome.isNever(at) || !(at.isPlain() || called)) {
                return true;
            }
        }
        return false;
    }

    private int[] headings(Titles titles) {
        return IntStream.range(0, page.lines().size())
                .filter(i -> isTitle(page.lines().get(i), titles))
                .toArray();
    }

    /** Who links a title speaks of another page. */
    private static boolean isTitle(Line line, Titles titles) {
        return line.isHeading() && !line.isLink() && titles.are(line);
    }

    /** Whether it has a title, or one stands over it with little between. */
    private boolean isUnder(Box box, int[] titles) {
        int over = -1;
        for (int title : titles) {
            over = title < box.endLine() ? title : over;
        }
        double most = BETWEEN_MAX * Math.min(main.holds.sentences(), dense.holds.sentences());
        return over >= box.firstLine || (over >= 0 && sentences(over, box.firstLine) <= most);
    }

    private double sentences(int from, int to) {
        return page.lines().subList(from, to).stream().mapToDouble(Line::prose).sum();
    }

    /** Whether what was chosen holds much besides that is of others. */
    private boolean isCrowded() {
        Rest rest = Rest.of(main, dense);
        return rest.links() >= OTHERS_LINKS_MIN && rest.sentences() <= OTHERS_SENTENCES_MAX;
    }

    /** The largest part of the page around the dense place that adds no links of others. */
    private Box widened() {
        Box widest = dense;
        @Nullable Box at = dense.parent;
        while (at != null && !at.isAround(main)) {
            widest = Rest.of(at, dense).links() < OWN_LINKS_MAX ? at : widest;
            at = at.parent;
        }
        return widest;
    }

    /**
     * What of a box is not in one inside it.
     *
     * @param links share of its characters that are in links
     * @param sentences share of its characters that are in sentences
     */
    private record Rest(double links, double sentences) {

        static Rest of(Box whole, Box part) {
            int chars = Math.max(1, whole.holds.chars() - part.holds.chars());
            int links = whole.holds.linkChars() - part.holds.linkChars();
            double sentences = whole.holds.sentences() - part.holds.sentences();
            return new Rest((double) links / chars, sentences / chars);
        }
    }
}
