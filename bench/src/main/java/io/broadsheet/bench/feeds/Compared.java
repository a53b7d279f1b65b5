package io.broadsheet.bench.feeds;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.enrich.step.date.DateText;
import io.broadsheet.enrich.step.date.WrittenDate;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

import java.time.Instant;
import java.util.Optional;

/**
 * What was expected, what was found, and whether that is the same.
 *
 * @param holds whether it is
 */
record Compared(boolean holds, String expected, String found) {

    /** Whether something is so that should be. */
    static Compared is(boolean expected, boolean found) {
        return new Compared(
                expected == found, Boolean.toString(expected), Boolean.toString(found));
    }

    /** Texts: blanks and the way that markup is written do not matter. */
    static Compared text(String expected, String found) {
        boolean same =
                collapsed(expected).equals(collapsed(found))
                        || (expected.indexOf('<') >= 0
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
        return text.strip().replaceAll("\\s++", " ");
    }

    private static String markup(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return collapsed(document.body().html());
    }

    private static String safe(String html) {
        return collapsed(Jsoup.parse(Jsoup.clean(html, Safelist.relaxed())).text());
    }

    /** The text of a value; blank if it is missing. */
    static String string(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.asText();
    }
}
