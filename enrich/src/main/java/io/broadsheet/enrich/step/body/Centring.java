package io.broadsheet.enrich.step.body;

import org.jsoup.nodes.Element;

import java.util.Locale;
import java.util.Optional;

/** Whether an element centres its text, by style, by the old attribute, or by the old element. */
final class Centring {

    private static final String PROPERTY = "text-align";

    private Centring() {}

    /** True or false where the element says so itself; empty where it takes what is around it. */
    static Optional<Boolean> on(Element element) {
        if (element.nameIs("center")) {
            return Optional.of(true);
        }
        String value = declared(element.attr("style").toLowerCase(Locale.ROOT));
        if (value.isEmpty()) {
            value = element.attr("align").toLowerCase(Locale.ROOT);
        }
        return value.isBlank() ? Optional.empty() : Optional.of(value.startsWith("center"));
    }

    private static String declared(String style) {
        int at = style.indexOf(PROPERTY);
        int colon = at < 0 ? -1 : style.indexOf(':', at + PROPERTY.length());
        return colon < 0 ? "" : style.substring(colon + 1).stripLeading();
    }
}
