package io.broadsheet.enrich.step.maintext;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Sentences between the title of a page and the body of its article are the article's too. */
final class Leads {

    private static final int LINES_MAX = 60;
    private static final int LEADS_MAX = 4;
    private static final double SHARE_MAX = 0.4;

    private Leads() {}

    static List<Box> of(Survey.Surveyed page, Box main, Titles titles) {
        List<Box> leads = new ArrayList<>();
        double prose = 0;
        for (int i = main.firstLine - 1; i >= 0 && i >= main.firstLine - LINES_MAX; i--) {
            Line line = page.lines().get(i);
            if (titles.are(line)) {
                return prose <= SHARE_MAX * main.prose && leads.size() <= LEADS_MAX ? leads : List.of();
            }
            if (line.prose() > 0 && isPlain(line.box()) && line.box().lines() == 1 && !Phrases.say(line) && !isDek(line.box())) {
                leads.addFirst(line.box());
                prose += line.prose();
            }
        }
        return List.of();
    }

    private static final java.util.Set<String> DEKS = java.util.Set.of("dek", "deck", "summary", "subtitle", "subhead", "subheadline", "description", "tagline");

    private static boolean isDek(Box box) {
        return box.names.hasAny(DEKS) || (box.parent != null && box.parent.names.hasAny(DEKS));
    }

    private static boolean isPlain(Box box) {
        for (@Nullable Box around = box; around != null; around = around.parent) {
            if (!around.isPlain()) {
                return false;
            }
        }
        return true;
    }
}
