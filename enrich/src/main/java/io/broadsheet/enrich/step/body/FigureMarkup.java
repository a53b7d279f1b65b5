package io.broadsheet.enrich.step.body;

import org.jsoup.nodes.Element;

/** Figures and their captions: the elements of HTML, and the classes WordPress used before. */
final class FigureMarkup {

    private FigureMarkup() {}

    /** Whether the element holds images and their caption. */
    static boolean isFigure(Element element) {
        return element.nameIs("figure") || element.hasClass("wp-caption");
    }

    /** Whether the element is the caption of the figure around it. */
    static boolean isCaption(Element element) {
        return element.nameIs("figcaption") || element.hasClass("wp-caption-text");
    }
}
