package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a browser does not show of a page, or not as text. */
final class Concealed {

    private static final Set<String> NAMES =
            WordList.setOf(
                    "script style noscript template iframe object embed applet svg head title"
                            + " textarea select noembed noframes canvas audio video button dialog"
                            + " datalist link meta");

    private static final int DECLARATIONS_MAX = 100;

    /** Not a variable whose name ends so. */
    private static final Pattern HIDING =
            Pattern.compile("\\s*(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

    private Concealed() {}

    /** Whatever a script does. */
    static boolean always(Element element) {
        return byName(element) || element.hasAttr("hidden");
    }

    /** What is no text wherever it stands. */
    static boolean byName(Element element) {
        return NAMES.contains(element.normalName());
    }

    /** Until a script shows it, if any does. */
    static boolean byStyle(Element element) {
        String style = element.attr("style");
        if (style.isEmpty()) {
            return false;
        }
        for (String declaration : style.toLowerCase(Locale.ROOT).split(";", DECLARATIONS_MAX)) {
            if (HIDING.matcher(declaration).lookingAt()) {
                return true;
            }
        }
        return false;
    }
}
