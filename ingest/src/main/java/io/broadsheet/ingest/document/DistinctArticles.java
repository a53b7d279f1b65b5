package io.broadsheet.ingest.document;

import io.broadsheet.v1.RawArticle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The articles of a feed, without those that stand in it twice and say the same. */
final class DistinctArticles {

    /** One version of one article. */
    private record Version(String articleId, String contentHash) {}

    private final List<RawArticle> articles = new ArrayList<>();
    private final Set<Version> versions = new HashSet<>();

    void add(RawArticle article) {
        if (versions.add(new Version(article.getArticleId(), article.getContentHash()))) {
            articles.add(article);
        }
    }

    List<RawArticle> list() {
        return articles;
    }
}
