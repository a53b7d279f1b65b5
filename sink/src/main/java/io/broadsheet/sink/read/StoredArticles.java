package io.broadsheet.sink.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The stored articles, each as one line of JSON under the contract's names. */
public final class StoredArticles {

    private static final String NEWEST =
            "SELECT record FROM article ORDER BY version_created DESC, article_id LIMIT ?";
    private static final String BY_ID = "SELECT record FROM article WHERE article_id = ?";

    private final Query query;

    StoredArticles(Query query) {
        this.query = query;
    }

    /**
     * Hands over articles, those first whose stored version was made last; equals by id. Holds one
     * at a time.
     *
     * @param countMax how many at most
     */
    public void newestFirst(long countMax, Consumer<String> line) {
        query.each(NEWEST, row -> line.accept(row.getString(1)), countMax);
    }

    /** One article, if it is stored. */
    public Optional<String> byId(String articleId) {
        List<String> found = new ArrayList<>();
        query.each(BY_ID, row -> found.add(row.getString(1)), articleId);
        return found.stream().findFirst();
    }
}
