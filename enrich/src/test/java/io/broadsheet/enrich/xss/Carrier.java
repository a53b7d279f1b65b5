package io.broadsheet.enrich.xss;

import io.broadsheet.enrich.EnrichResult;
import io.broadsheet.enrich.EnrichSettings;
import io.broadsheet.enrich.Enricher;
import io.broadsheet.enrich.LookAlike;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Source;
import io.broadsheet.v1.SourceKind;

/** How a vector comes in: what a raw article holds. */
enum Carrier {
    /** A body, as feeds have it. */
    FRAGMENT,
    /** A whole page around the article. */
    PAGE,
    /** A body in Markdown, which may hold HTML. */
    MARKDOWN;

    /** Where the article is said to be. */
    static final String LINK = "https://ok.example/news/1.html";

    private static final Enricher ENRICHER =
            new Enricher(EnrichSettings.defaults(), ClaimStore.none());

    private static final String SENTENCE =
            " The people of the town walked along the river, as they do each year, and sang. ";

    /** The HTML that those who show articles are given for this one. */
    String shown(Vector vector) {
        return shown(this == PAGE ? page(content(vector)) : content(vector));
    }

    /** The vector between sentences, as it comes in. */
    static String content(Vector vector) {
        return "<p>"
                + vector.before()
                + SENTENCE.repeat(3)
                + "</p>\n\n"
                + vector.html()
                + "\n\n<p>"
                + vector.after()
                + SENTENCE.repeat(2)
                + "</p>";
    }

    /** The HTML that comes of any content. */
    String shown(String content) {
        RawArticle raw = raw(content);
        if (ENRICHER.enrich(LookAlike.input(raw)) instanceof EnrichResult.Kept(var article, _)) {
            return html(article);
        }
        throw new AssertionError("not kept: " + content);
    }

    private static String html(EnrichedArticle article) {
        return article.getArticleBodyHtml() == null ? "" : article.getArticleBodyHtml();
    }

    private RawArticle raw(String content) {
        var source = Source.newBuilder(LookAlike.raw().build().getSource());
        String type = this == MARKDOWN ? "text/markdown" : "text/html";
        return LookAlike.raw()
                .setLink(LINK)
                .setSource(
                        source.setKind(this == PAGE ? SourceKind.HTML_PAGE : SourceKind.RSS)
                                .build())
                .setContent(LookAlike.content(type, content))
                .build();
    }

    private static String page(String article) {
        return "<!doctype html><html><head><title>Lanterns</title></head><body><header><nav>"
                + "<a href=/>Home</a></nav></header><main><article><h1>Lanterns</h1>"
                + article
                + "</article></main><footer>Imprint</footer></body></html>";
    }
}
