package io.broadsheet.syndicate.feed;

import io.broadsheet.v1.EnrichedArticle;

import java.util.LinkedHashSet;
import java.util.Set;

/** What an article is called, and what it is about. */
final class Names {

    private static final String URN = "urn:news:";

    private Names() {}

    /** The name of an article in every feed, for good. */
    static String urn(EnrichedArticle article) {
        return urn(article.getArticleId());
    }

    /** The name of the article of that id. */
    static String urn(String articleId) {
        return URN + articleId;
    }

    /** Its sections, then its keywords, each once. */
    static Set<String> tags(EnrichedArticle article) {
        Set<String> tags = new LinkedHashSet<>(article.getArticleSection());
        tags.addAll(article.getKeywords());
        tags.removeIf(String::isBlank);
        return tags;
    }
}
