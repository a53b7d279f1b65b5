package io.broadsheet.enrich.step.maintext;

/**
 * Where the page's linked data has the article too, that tells where it begins and ends, and what
 * in the midst of it is not of it.
 */
final class DeclaredCut {

    private static final double AFTER_MAX = 0.25;
    private static final double STRANGERS_MAX = 0.2;
    private static final double COVERAGE_MIN = 0.9;

    private final Cut cut;

    private DeclaredCut(Cut cut) {
        this.cut = cut;
    }

    static void from(Cut cut) {
        if (cut.evidence.counts()) {
            new DeclaredCut(cut).cut();
        }
    }

    private void cut() {
        int first = cut.first();
        while (first < cut.end() && !cut.evidence.knows(first)) {
            first++;
        }
        int last = cut.end() - 1;
        while (last > first && !cut.evidence.knows(last)) {
            last--;
        }
        if (first < cut.end()) {
            before(first);
            strangers(first, last);
            after(last);
        }
    }

    /** A lead is often declared elsewhere: sentences stay. */
    private void before(int first) {
        for (int i = cut.first(); i < first; i++) {
            if (cut.line(i).prose() == 0) {
                cut.drop(i);
            }
        }
    }

    private void strangers(int first, int last) {
        double strangers = 0;
        for (int i = first; i < last; i++) {
            strangers += isStranger(i) ? cut.prose(i) : 0;
        }
        boolean few = strangers < STRANGERS_MAX * cut.main.holds.sentences();
        for (int i = first; i < last && few && cut.evidence.coverage() > COVERAGE_MIN; i++) {
            if (isStranger(i)) {
                cut.drop(i);
            }
        }
    }

    /** If much follows, what is declared is only the beginning. */
    private void after(int last) {
        double after = 0;
        for (int i = last + 1; i < cut.end(); i++) {
            after += cut.prose(i);
        }
        if (after < AFTER_MAX * cut.main.holds.sentences()) {
            cut.dropAll(last + 1, cut.end());
        }
    }

    /** Sentences in the midst of an article that it does not have where it is declared. */
    private boolean isStranger(int at) {
        Line line = cut.line(at);
        return cut.prose(at) > 0
                && !cut.evidence.knows(at)
                && !line.isHeading()
                && line.letters() >= 2 * Windows.CHARS
                && !Places.isItem(line.box())
                && !Places.isQuote(line.box());
    }
}
