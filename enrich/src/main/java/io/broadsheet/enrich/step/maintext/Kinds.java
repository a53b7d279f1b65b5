package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;

import java.util.Set;

/** What an element is by its name, its role, and what its author called it. */
final class Kinds {

    private static final Set<String> CAPTIONS =
            Set.of("caption", "captions", "credit", "credits", "figcaption", "photocredit", "bildunterschrift", "bildnachweis", "imagecredit", "legende", "cutline");

    private Kinds() {}

    static Box.Kind of(Element element, NameWords names) {
        if (element.nameIs("figcaption") || isCaption(element, names)) {
            return Box.Kind.CAPTION;
        }
        return Chrome.is(element, names) ? Box.Kind.CHROME : Box.Kind.PLAIN;
    }

    private static boolean isCaption(Element element, NameWords names) {
        return names.hasAny(CAPTIONS) && element.selectFirst("img") == null;
    }
}
