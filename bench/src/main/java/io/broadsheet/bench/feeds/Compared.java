package io.broadsheet.bench.feeds;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.enrich.step.date.DateText;
import io.broadsheet.enrich.step.date.WrittenDate;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was expected, what was found, and whether that is the same.
 *
 * @param holds whether it is
 */
record Compared(boolean holds, String expected, String found) {

    /** Whether something is so that should be. */
    static Compared is(boolean expected, boolean found) {
        return new Compared(expected == found, Boolean.toString(expected), Boolean.toString(found));
    }

    /** Texts: blanks and the way that markup is written do not matter. */
    static Compared text(String expected, String found) {
        boolean same =
                collapsed(expected).equals(collapsed(found))
                        || ((hasMarkup(expected) || hasMarkup(found))
                                && markup(expected).equals(markup(found)));
        return new Compared(same, expected, found);
    }

    /** Texts from which what is unsafe was removed on the other side, as it is later on ours. */
    static Compared safeText(String expected, String found) {
        return new Compared(safe(expected).equals(safe(found)), expected, found);
    }

    /** Dates: the instants that they mean. */
    static Compared date(Instant expected, String found) {
        Optional<Instant> instant = DateText.read(found).map(WrittenDate::instant);
        return new Compared(
                instant.filter(expected::equals).isPresent(), expected.toString(), found);
    }

    private static String collapsed(String text) {
        return text.replaceAll("[\\s\u00A0]++", " ").strip();
    }

    private static boolean hasMarkup(String text) {
        return text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
    }

    /** Addresses: an empty path is the root. */
    static Compared url(String expected, String found) {
        boolean same =
                expected.equals(found)
                        || (found.chars().filter(c -> c == '/').count() == 2
                                && expected.equals(found + "/"));
        return new Compared(same, expected, found);
    }

    private static String markup(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        document.body().getAllElements().forEach(Compared::sortAttributes);
        return collapsed(unwrapped(document.body()).html());
    }

    /** A {@code div} around all of it is no part of it (RFC 4287); the older Atom does not say. */
    private static Element unwrapped(Element body) {
        boolean wrapped =
                body.childNodeSize() == 1
                        && body.childrenSize() == 1
                        && body.child(0).normalName().equals("div")
                        && body.child(0).attributesSize() == 0;
        return wrapped ? body.child(0) : body;
    }

    private static void sortAttributes(Element element) {
        Map<String, String> sorted = new TreeMap<>();
        element.attributes().forEach(a -> sorted.put(a.getKey(), a.getValue().strip()));
        element.clearAttributes();
        sorted.forEach((key, value) -> {
            if (!key.startsWith("xmlns")) {
                element.attr(key, value);
            }
        });
    }

    private static String safe(String html) {
        return collapsed(Jsoup.parse(Jsoup.clean(html, Safelist.relaxed())).text());
    }

    /** The text of a value; blank if it is missing. */
    static String string(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.asText();
    }
}
