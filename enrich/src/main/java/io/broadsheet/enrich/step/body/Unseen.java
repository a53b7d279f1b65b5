package io.broadsheet.enrich.step.body;

import org.jsoup.nodes.Element;

import java.util.Set;

/** What is in a page and is no text to its reader, with all it contains. */
final class Unseen {

    private static final Set<String> NAMES =
            Set.of(
                    "script",
                    "style",
                    "noscript",
                    "template",
                    "iframe",
                    "object",
                    "embed",
                    "applet",
                    "svg",
                    "math",
                    "head",
                    "title",
                    "textarea",
                    "select",
                    "noembed",
                    "noframes",
                    "canvas",
                    "audio",
                    "video",
                    "button",
                    "dialog",
                    "datalist");

    private Unseen() {}

    /** Whether a reader sees nothing of the element and of what is in it. */
    static boolean hides(Element element) {
        return NAMES.contains(element.normalName()) || element.hasAttr("hidden");
    }
}
