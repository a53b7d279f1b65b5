package io.broadsheet.enrich.step.maintext;

/** Takes out what follows an article, and lines that say nothing of its matter. */
final class TailCut {

    private static final double ARTICLE_MIN = 0.6;
    private static final double COMMENTED_MIN = 0.3;
    private static final int END_WORDS_MAX = 8;
    private static final int LABEL_WORDS_MAX = 2;
    private static final int POINTER_CHARS_MIN = 30;
    private static final int LINES_MAX = 4_000;

    private final Cut cut;

    private TailCut(Cut cut) {
        this.cut = cut;
    }

    static void from(Cut cut) {
        var tail = new TailCut(cut);
        tail.end();
        tail.phrases();
        tail.links();
        tail.headings();
    }

    /** Once most of the article was there, words that end articles end it. */
    private void end() {
        double prose = 0;
        int end = Math.min(cut.end(), cut.first() + LINES_MAX);
        for (int i = cut.first(); i < end; i++) {
            double share = prose / Math.max(1, cut.main.holds.sentences());
            if (!cut.isGone(i) && isEnd(cut.line(i), share)) {
                cut.dropAll(i, cut.end());
                return;
            }
            prose += cut.prose(i);
        }
    }

    /** There may be more comments than there is article. */
    private static boolean isEnd(Line line, double share) {
        return share > COMMENTED_MIN
                && isEnd(line)
                && (share > ARTICLE_MIN || Phrases.beginComments(line));
    }

    private static boolean isEnd(Line line) {
        return line.prose() == 0 && !Places.isItem(line.box()) && Phrases.end(line);
    }

    private void phrases() {
        int end = Math.min(cut.end(), cut.first() + LINES_MAX);
        for (int i = cut.first(); i < end; i++) {
            Line line = cut.line(i);
            if (!cut.isGone(i) && (Phrases.say(line) || isEnd(line) || isPointer(line))) {
                cut.drop(i);
            }
        }
    }

    /** "[See ten more mistakes]": a link to another article, all of it in brackets. */
    private static boolean isPointer(Line line) {
        String text = line.text();
        boolean bracketed =
                (text.startsWith("(") && text.endsWith(")"))
                        || (text.startsWith("[") && text.endsWith("]"));
        return bracketed && line.isLink() && line.chars() >= POINTER_CHARS_MIN;
    }

    /** Links after the last sentence. */
    private void links() {
        for (int i = cut.end() - 1; i >= cut.first(); i--) {
            if (!cut.isGone(i) && isLast(cut.line(i))) {
                return;
            }
            if (!cut.isGone(i) && cut.line(i).isLink()) {
                cut.drop(i);
            }
        }
    }

    private static boolean isLast(Line line) {
        return line.prose() > 0
                || line.isHeading()
                || line.isSentence()
                || line.words() > END_WORDS_MAX
                || Places.isItem(line.box())
                || Places.isQuote(line.box());
    }

    /** "ALSO:" with nothing under it, since what was there is gone. */
    private static boolean isLabel(Line line) {
        return line.text().endsWith(":")
                && line.words() <= LABEL_WORDS_MAX
                && !Places.isItem(line.box());
    }

    /** Headings with nothing under them. */
    private void headings() {
        for (int i = cut.end() - 1; i >= cut.first(); i--) {
            if (!cut.isGone(i) && !cut.line(i).isHeading() && !isLabel(cut.line(i))) {
                return;
            }
            cut.drop(i);
        }
    }
}
