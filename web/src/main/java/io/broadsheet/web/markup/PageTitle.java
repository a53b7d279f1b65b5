package io.broadsheet.web.markup;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;

/** What the {@code title} element of a page says, as browsers show it. */
public final class PageTitle {

    private PageTitle() {}

    /**
     * The title, also where text before the head has moved the head into the body: browsers take it
     * from there. Titles of drawings are none. Takes time in proportion to the page, however deep
     * it is.
     *
     * @return empty if the page has none, or a blank one
     */
    public static String of(Document page) {
        String title = page.title();
        return title.isBlank() ? misplaced(page.body()) : title;
    }

    private static String misplaced(Element body) {
        var first = new First();
        body.filter(first);
        return first.text;
    }

    /** The text of the first title outside drawings. */
    private static final class First implements NodeFilter {

        private String text = "";

        @Override
        public FilterResult head(Node node, int depth) {
            if (node.nameIs("svg")) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (node instanceof Element element && element.nameIs("title")) {
                text = element.text();
                return FilterResult.STOP;
            }
            return FilterResult.CONTINUE;
        }
    }
}
