package io.broadsheet.enrich.step.maintext;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Paragraphs each in a frame of its own name, as "first" and "second", by which some editors count
 * them. Teasers look the same but for their names, which they share.
 */
final class Framed {

    private static final int FRAMES_MIN = 3;

    private Framed() {}

    /** How much is in such frames, if there are several. */
    static double beside(Box at) {
        List<Box> framed = at.children.stream().filter(Framed::isParagraph).toList();
        if (framed.size() < FRAMES_MIN) {
            return 0;
        }
        Map<String, Integer> names = new HashMap<>();
        at.children.forEach(child -> names.merge(child.element.className(), 1, Integer::sum));
        List<Box> own =
                framed.stream()
                        .filter(box -> !box.element.className().isBlank())
                        .filter(box -> names.getOrDefault(box.element.className(), 0) == 1)
                        .toList();
        return own.size() < FRAMES_MIN
                ? 0
                : own.stream().mapToDouble(box -> box.holds.article()).sum();
    }

    private static boolean isParagraph(Box box) {
        return box.isPlain()
                && box.children.size() == 1
                && box.children.getFirst().nameIs("p")
                && box.lines() == 1
                && box.holds.linkChars() == 0
                && box.holds.images() == 0;
    }
}
