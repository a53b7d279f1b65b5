package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;

import java.util.Locale;

/**
 * Bodies that a page holds as the text of a template, which a script of its own puts in its place:
 * some blog systems write their articles so. What such a script will show is shown.
 */
final class Templates {

    private static final int SCRIPTS_MAX = 50;
    private static final int CHARS_MAX = 1_000_000;

    private Templates() {}

    /**
     * Puts templates in the place where they stand, in elements that are marked as an article's
     * body and hold nothing else.
     *
     * @param scripts of the page, with their types
     */
    static void show(Elements scripts) {
        scripts.stream().limit(SCRIPTS_MAX).filter(Templates::isBody).forEach(Templates::show);
    }

    private static boolean isBody(Element script) {
        String type = script.attr("type").toLowerCase(Locale.ROOT).strip();
        Element around = script.parent();
        return (type.equals("text/template") || type.equals("text/x-template"))
                && around != null
                && around.attr("itemprop").equals("articleBody")
                && around.childNodes().stream().noneMatch(Templates::isText)
                && script.data().length() <= CHARS_MAX;
    }

    /** Shown, whether or not scripts run. */
    private static boolean isText(Node node) {
        return switch (node) {
            case TextNode text -> !text.isBlank();
            case Element element -> !element.nameIs("noscript") && element.hasText();
            default -> false;
        };
    }

    private static void show(Element script) {
        Element shown = new Element("div");
        shown.appendChildren(Parser.parseFragment(script.data(), shown, ""));
        script.replaceWith(shown);
    }
}
