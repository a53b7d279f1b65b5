package io.broadsheet.enrich.step.maintext;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes out the title, what stands before it, and what stands between it and the first sentence.
 */
final class HeadCut {

    private static final double BEFORE_TITLE_MAX = 0.05;
    private static final int ABOUT_CHARS_MAX = 80;
    private static final int ABOUT_WORDS_MAX = 3;
    private static final int STAMP_LINES_MAX = 4;
    private static final int LEADS_MAX = 2;

    private static final Set<String> WORDS =
            WordList.setOf(
                    """
                    author authors date time meta category categories kicker eyebrow location
                    published posted updated section label tag topic dachzeile ressort avatar autor
                    datum readtime info source overline rubrik spitzmarke kategorie pubdate
                    """);

    private static final Pattern ABOUT =
            Pattern.compile(
                    "^(by|von|par|por|di|door|av|text|autor|author|foto|published|posted|updated"
                            + "|stand|from)\\b[: ]|(19|20)\\d\\d|\\d{1,2}[.:/]\\d\\d",
                    Pattern.CASE_INSENSITIVE);

    private final Cut cut;

    private HeadCut(Cut cut) {
        this.cut = cut;
    }

    static void from(Cut cut, Titles titles) {
        new HeadCut(cut).cut(titles);
    }

    private void cut(Titles titles) {
        int body = afterTitle(titles);
        for (int i = cut.first(); i < body; i++) {
            if (saysNothing(cut.line(i)) || titles.are(cut.line(i))) {
                cut.drop(i);
            }
        }
        int sentence = body;
        while (sentence < cut.end() && saysNothing(cut.line(sentence))) {
            sentence++;
        }
        // Where there are no sentences at all, the short lines are the article.
        for (int i = body; i < sentence && sentence < cut.end(); i++) {
            if (isAbout(cut.line(i))) {
                cut.drop(i);
            }
        }
        underLead(sentence);
    }

    /** Where a lead stands over the byline and the day, these are among the first lines. */
    private void underLead(int lead) {
        int leads = 0;
        for (int i = lead;
                i < Math.min(cut.end(), lead + STAMP_LINES_MAX) && leads <= LEADS_MAX;
                i++) {
            Line line = cut.line(i);
            if (Stamp.is(line) && !Places.isItem(line.box())) {
                cut.drop(i);
            } else if (line.prose() > 0) {
                leads++;
            }
        }
    }

    private static boolean saysNothing(Line line) {
        return line.prose() == 0 || Stamp.is(line);
    }

    private int afterTitle(Titles titles) {
        int after = cut.first();
        double before = 0;
        double most = BEFORE_TITLE_MAX * cut.main.holds.article();
        for (int i = cut.first(); i < cut.end() && before <= most; i++) {
            if (!cut.isGone(i) && (titles.are(cut.line(i)) || titles.headOf(cut.line(i)))) {
                after = i + 1;
            }
            before += cut.prose(i);
        }
        return after;
    }

    /** A date, a name, a place in the site. */
    private static boolean isAbout(Line line) {
        if (Stamp.is(line)) {
            return true;
        }
        if (line.isHeading() || Places.isItem(line.box()) || line.isSentence()) {
            return false;
        }
        return line.isLink() || (line.text().length() <= ABOUT_CHARS_MAX && saysAbout(line));
    }

    private static boolean saysAbout(Line line) {
        return line.words() <= ABOUT_WORDS_MAX
                || ABOUT.matcher(line.text()).find()
                || Places.isCalled(line.box(), WORDS);
    }
}
