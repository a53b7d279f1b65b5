package io.broadsheet.enrich.step.maintext;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

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

    private final Map<Box, Double> points = new LinkedHashMap<>();

    private Density() {}

    /** The densest box of a page; the body, if there are no paragraphs. */
    static Box of(Survey.Surveyed page) {
        var density = new Density();
        page.lines().forEach(density::add);
        Box best = page.body();
        double most = 0;
        for (Map.Entry<Box, Double> one : density.points.entrySet()) {
            double value = one.getValue() * (1 - one.getKey().holds.linkDensity());
            boolean more = value > most || (value == most && one.getKey().isAround(best));
            best = more ? one.getKey() : best;
            most = Math.max(most, value);
        }
        return best;
    }

    private void add(Line line) {
        if (line.chars() < PARAGRAPH_CHARS_MIN || line.isLink()) {
            return;
        }
        double worth = 1 + line.count().marks() + Math.min(STEPS_MAX, line.chars() / STEP_CHARS);
        Box box = line.box();
        @Nullable Box at = box.lines() == 1 ? box.parent : box;
        for (int level = 0; at != null && level < LEVELS_MAX; level++) {
            points.merge(at, worth / divisor(level), Double::sum);
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
}
