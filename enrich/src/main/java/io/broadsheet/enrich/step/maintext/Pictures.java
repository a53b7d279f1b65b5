package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Makes a figure of a picture and what the page calls its caption, so that both stay together. */
final class Pictures {

    private static final int LEVELS_MAX = 4;
    private static final int CHARS_MAX = 700;

    private Pictures() {}

    /** Whether it is called what stands around a picture and what is written under it. */
    static boolean isFrame(Box box) {
        return box.nameIs("figure") || (box.holds.images() > 0 && Kinds.areOfCaption(box.names));
    }

    static void caption(Box caption) {
        caption.element.tagName("figcaption");
        @Nullable Box around = caption.parent;
        for (int level = 0; around != null && level < LEVELS_MAX; level++) {
            if (around.holds.chars() > CHARS_MAX) {
                break;
            }
            if (around.holds.images() > 0) {
                around.element.tagName("figure");
                return;
            }
            around = around.parent;
        }
        alone(caption.element);
    }

    /** Its picture is shown by a script only. */
    private static void alone(Element caption) {
        if (caption.parent() != null) {
            Element figure = new Element("figure");
            caption.replaceWith(figure);
            figure.appendChild(caption);
        }
    }
}
