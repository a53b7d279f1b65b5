package io.broadsheet.enrich.step.maintext;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sentences between the title of a page and the body of its article are the article's too. */
final class Leads {

    private static final int LINES_MAX = 60;
    private static final int LEADS_MAX = 4;
    private static final double SHARE_MAX = 0.4;

    /** A line that sells the article rather than begins it. */
    private static final Set<String> DEKS =
            WordList.setOf("dek deck summary subtitle subhead subheadline description tagline");

    private Leads() {}

    static List<Box> of(Survey.Surveyed page, Box main, Titles titles) {
        List<Box> leads = new ArrayList<>();
        double prose = 0;
        int last = Math.max(0, main.firstLine - LINES_MAX);
        for (int i = main.firstLine - 1; i >= last; i--) {
            Line line = page.lines().get(i);
            if (titles.are(line)) {
                boolean few = leads.size() <= LEADS_MAX;
                return few && prose <= SHARE_MAX * main.holds.article() ? leads : List.of();
            }
            if (isLead(line)) {
                leads.addFirst(line.box());
                prose += line.prose();
            }
        }
        return List.of();
    }

    private static boolean isLead(Line line) {
        return line.prose() > 0
                && line.box().lines() == 1
                && isPlain(line.box())
                && line.box().children.stream().allMatch(Box::isPlain)
                && !Phrases.say(line)
                && !Stamp.is(line)
                && (line.isSentence() || !ShownByline.begins(line.text()))
                && !Places.isCalled(line.box(), DEKS);
    }

    private static boolean isPlain(Box box) {
        for (@Nullable Box around = box; around != null; around = around.parent) {
            if (!around.isPlain() || Pictures.isFrame(around)) {
                return false;
            }
        }
        return true;
    }
}
