package io.broadsheet.enrich.step.body;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of a page that is the article, without what surrounds it on every page of the site. What
 * the page itself marks as the article is believed; else it is the element whose own paragraphs
 * hold the most text outside links.
 */
final class MainContent {

    private static final List<String> MARKS =
            List.of("[itemprop=articleBody]", "article", "main", "[role=main]");

    private static final int MARKED_CHARS_MIN = 250;

    /** A page with more of it is not worth the time it takes to clean. */
    private static final int CHROME_MAX = 200;

    private static final Set<String> CHROME = Set.of("nav", "aside", "footer", "header", "form");

    private MainContent() {}

    /**
     * The element of the article, the body of the document if none stands out. What is no part of
     * an article inside it is taken out of the document.
     */
    static Element of(Document document) {
        Element main = choose(document);
        main.select("nav, aside, footer, form").stream()
                .filter(element -> !element.equals(main))
                .limit(CHROME_MAX)
                .forEach(Element::remove);
        return main;
    }

    private static Element choose(Document document) {
        for (String mark : MARKS) {
            var marked = document.body().select(mark);
            if (marked.size() == 1 && marked.getFirst().wholeText().length() >= MARKED_CHARS_MIN) {
                return marked.getFirst();
            }
        }
        var weigh = new Weights();
        document.body().filter(weigh);
        return weigh.heaviest(document.body());
    }

    /** Gives the text of each paragraph to its parent and half of it to the parent's parent. */
    private static final class Weights implements NodeFilter {

        private static final int PARAGRAPH_CHARS_MIN = 25;
        private final IdentityHashMap<Element, Double> weights = new IdentityHashMap<>();

        @Override
        public FilterResult head(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            if (CHROME.contains(element.normalName()) || Unseen.hides(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            weigh(element);
            return FilterResult.CONTINUE;
        }

        Element heaviest(Element fallback) {
            return weights.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(fallback);
        }

        private void weigh(Element element) {
            Element parent = element.parent();
            int chars = ownChars(element);
            if (parent == null || chars < PARAGRAPH_CHARS_MIN) {
                return;
            }
            weights.merge(parent, (double) chars, Double::sum);
            Element grandparent = parent.parent();
            if (grandparent != null) {
                weights.merge(grandparent, chars / 2.0, Double::sum);
            }
        }

        private static int ownChars(Element element) {
            int chars = 0;
            for (Node child : element.childNodes()) {
                if (child instanceof TextNode text) {
                    chars += text.text().strip().length();
                }
            }
            return chars;
        }
    }
}
