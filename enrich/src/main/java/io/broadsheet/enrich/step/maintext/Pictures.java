package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;

/** Makes a figure of a picture and what the page calls its caption, so that both stay together. */
final class Pictures {

    private static final int LEVELS_MAX = 4;
    private static final int CHARS_MAX = 700;

    private Pictures() {}

    static void caption(Box box) {
        Box around = box.parent;
        for (int level = 0; around != null && level < LEVELS_MAX && around.chars <= CHARS_MAX; level++) {
            if (around.element.selectFirst("img") != null) {
                around.element.tagName("figure");
                box.element.tagName("figcaption");
                return;
            }
            around = around.parent;
        }
        box.element.tagName("figcaption");
        if (box.element.parent() != null) {
            box.element.wrap("<figure></figure>");
        }
    }
}
