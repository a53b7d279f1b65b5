package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;

import java.util.Set;

/** What an element is by its name, its role, and what its author called it. */
final class Kinds {

    private static final Set<String> CAPTIONS =
            Set.of("caption", "captions", "credit", "credits", "figcaption", "photocredit", "bildunterschrift", "bildnachweis", "imagecredit", "legende", "cutline");

    private Kinds() {}

    static Box.Kind of(Element element, NameWords names) {
        if (NEUTRAL.contains(element.normalName())) {
            return Box.Kind.PLAIN;
        }
        if (element.nameIs("figcaption") || isCaption(element, names)) {
            return Box.Kind.CAPTION;
        }
        return Chrome.is(element, names) ? Box.Kind.CHROME : Box.Kind.PLAIN;
    }

    private static final Set<String> LEAVES = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "dd", "dt");
    private static final Set<String> NEUTRAL = Set.of("td", "tr", "th", "tbody", "thead", "code", "pre", "main", "article", "body", "html", "sup", "sub");

    static boolean isLeaf(Element element) {
        return LEAVES.contains(element.normalName());
    }

    private static boolean isCaption(Element element, NameWords names) {
        return names.hasAny(CAPTIONS) && element.selectFirst("img") == null;
    }
}
