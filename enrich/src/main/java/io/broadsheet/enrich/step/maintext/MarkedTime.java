package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** What a {@code time} element says for programs. */
final class MarkedTime {

    private static final int DAY_CHARS = 10;
    private static final int CHARS_MAX = 40;

    private MarkedTime() {}

    /**
     * Its {@code datetime}, else a date that a script is to show, in an attribute of another name;
     * blank if it has neither.
     */
    static String of(Element time) {
        String standard = time.attr("datetime");
        if (!standard.isBlank()) {
            return standard;
        }
        for (Attribute attribute : time.attributes()) {
            if (isDate(attribute.getValue())) {
                return attribute.getValue();
            }
        }
        return "";
    }

    /** Whether it is a moment as it was written before there was an element for it. */
    static boolean isAbbreviation(Element element) {
        return element.nameIs("abbr") && isDate(element.attr("title"));
    }

    /** As ISO 8601 writes it. */
    private static boolean isDate(String value) {
        return value.length() >= DAY_CHARS
                && value.length() <= CHARS_MAX
                && value.charAt(4) == '-'
                && value.charAt(7) == '-'
                && DateInText.in(value).filter(value::startsWith).isPresent();
    }
}
