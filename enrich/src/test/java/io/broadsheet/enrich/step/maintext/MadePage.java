package io.broadsheet.enrich.step.maintext;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Pages as sites make them, and what is found in them. */
final class MadePage {

    /** Two paragraphs that any reader would call an article. */
    static final String STORY =
            "<p>The ferry to the island was late this morning, because fog lay over the harbour.</p>"
                    + "<p>Its captain waited for an hour, until the lighthouse could be seen again.</p>";

    private MadePage() {}

    static Document page(String body) {
        return titled("The late ferry", body);
    }

    static Document titled(String title, String body) {
        return Jsoup.parse(
                "<html><head><title>" + title + "</title></head><body>" + body + "</body></html>");
    }

    /** What a reader sees of what was found. */
    static String textOf(Document page) {
        var found = MainText.of(page).element();
        found.select("[hidden]").remove();
        return found.text();
    }

    static String textOf(String body) {
        return textOf(page(body));
    }

    static PageFacts factsOf(String body) {
        return MainText.of(page(body)).facts();
    }
}
