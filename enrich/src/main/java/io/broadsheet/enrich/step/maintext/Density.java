package io.broadsheet.enrich.step.maintext;

import org.jspecify.annotations.Nullable;

/**
 * Where paragraphs stand closest together: each gives points to what is around it, the more the
 * nearer that is. This knows neither names nor titles, and so is a second opinion.
 */
final class Density {

    private static final int PARAGRAPH_CHARS_MIN = 25;
    private static final int STEP_CHARS = 100;
    private static final int STEPS_MAX = 3;
    private static final int LEVELS_MAX = 4;
    private static final double SECOND_LEVEL = 2;
    private static final double HIGHER_LEVELS = 3;

    private Box best;
    private double most;

    private Density(Box body) {
        this.best = body;
    }

    /** The densest box of a page; the body, if there are no paragraphs. */
    static Box of(Survey.Surveyed page) {
        var density = new Density(page.body());
        page.lines().forEach(Density::add);
        page.lines().forEach(density::compare);
        return density.best;
    }

    private static boolean isParagraph(Line line) {
        return line.chars() >= PARAGRAPH_CHARS_MIN && !line.isLink();
    }

    private static @Nullable Box nearest(Line line) {
        Box box = line.box();
        return box.lines() == 1 ? box.parent : box;
    }

    private static void add(Line line) {
        if (!isParagraph(line)) {
            return;
        }
        double worth = 1 + line.count().marks() + Math.min(STEPS_MAX, line.chars() / STEP_CHARS);
        @Nullable Box at = nearest(line);
        for (int level = 0; at != null && level < LEVELS_MAX; level++) {
            at.holds.addPoints(worth / divisor(level));
            at = at.parent;
        }
    }

    private static double divisor(int level) {
        return switch (level) {
            case 0 -> 1;
            case 1 -> SECOND_LEVEL;
            default -> HIGHER_LEVELS * level;
        };
    }

    /** Of two that are as dense the first counts, and of one in the other that around it. */
    private void compare(Line line) {
        @Nullable Box at = isParagraph(line) ? nearest(line) : null;
        for (int level = 0; at != null && level < LEVELS_MAX; level++) {
            double value = at.holds.points() * (1 - at.holds.linkDensity());
            if (value > most || (value == most && at.isAround(best))) {
                best = at;
                most = value;
            }
            at = at.parent;
        }
    }
}
