package io.broadsheet.sink.postgres;

import io.broadsheet.sink.sql.Binding;
import io.broadsheet.sink.sql.Dialect;
import io.broadsheet.sink.store.StoreResult.Counts;
import io.broadsheet.v1.EnrichedArticle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables {@code article}, {@code image} and, if wanted, {@code revision}. A network is crossed
 * a few times a batch, not for each row, and what takes time to make is made by all cores.
 */
final class ArticleTable {

    private static final String ADD_REVISION =
            """
            INSERT INTO revision (article_id, version, change, version_created, record)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT (article_id, version) DO NOTHING
            """;

    private final Connection connection;
    private final PostgresOptions options;
    private final Dialect dialect;
    private final ArticleUpsert upsert;
    private final PreparedStatement known;
    private final PreparedStatement remove;
    private final PreparedStatement addRevision;
    private final PreparedStatement removeRevisions;
    private final ImageRows images;

    ArticleTable(Connection connection, PostgresOptions options, Dialect dialect)
            throws SQLException {
        this.connection = connection;
        this.options = options;
        this.dialect = dialect;
        upsert = new ArticleUpsert(connection, dialect);
        known =
                connection.prepareStatement(
                        "SELECT article_id FROM article WHERE article_id = ANY (?)");
        remove = connection.prepareStatement("DELETE FROM article WHERE article_id = ?");
        addRevision = connection.prepareStatement(ADD_REVISION);
        removeRevisions = connection.prepareStatement("DELETE FROM revision WHERE article_id = ?");
        images = new ImageRows(connection);
    }

    /**
     * Writes those articles that are newer than what is there, in this order. Several at once go
     * the quick way, which is refused if somebody else writes one of them at the same moment; one
     * alone never is.
     */
    Counts put(List<EnrichedArticle> given) throws SQLException {
        if (given.isEmpty()) {
            return Counts.ZERO;
        }
        List<ArticleColumns> articles =
                given.parallelStream()
                        .map(article -> ArticleColumns.of(article, options.search()))
                        .toList();
        List<ArticleColumns> first = articles.size() == 1 ? List.of() : unknown(articles);
        copy(first);
        Set<ArticleColumns> done = Collections.newSetFromMap(new IdentityHashMap<>());
        done.addAll(first);
        int count =
                first.size() + upsert(articles.stream().filter(it -> !done.contains(it)).toList());
        if (options.revisions()) {
            addRevisions(articles);
        }
        return new Counts(count, articles.size() - count, 0, 0);
    }

    /** The first of each id that the table does not have. */
    private List<ArticleColumns> unknown(List<ArticleColumns> articles) throws SQLException {
        Map<String, ArticleColumns> unknown = new LinkedHashMap<>();
        articles.forEach(article -> unknown.putIfAbsent(article.id(), article));
        known.setArray(1, connection.createArrayOf("text", unknown.keySet().toArray()));
        try (ResultSet ids = known.executeQuery()) {
            while (ids.next()) {
                unknown.remove(ids.getString(1));
            }
        }
        return List.copyOf(unknown.values());
    }

    private void copy(List<ArticleColumns> articles) throws SQLException {
        if (articles.isEmpty()) {
            return;
        }
        try (CopyRows rows = CopyRows.into(connection, "article " + ArticleColumns.NAMES)) {
            for (ArticleColumns article : articles) {
                rows.add(article.values());
            }
            rows.end();
        }
        images.add(articles.stream().map(ArticleColumns::article).toList());
    }

    /** Answers how many were newer. */
    private int upsert(List<ArticleColumns> articles) throws SQLException {
        Map<String, EnrichedArticle> written = new LinkedHashMap<>();
        int count = 0;
        for (int from = 0; from < articles.size(); ) {
            List<ArticleColumns> some = upsert.next(articles.subList(from, articles.size()));
            for (int index : upsert.put(some)) {
                written.put(some.get(index).id(), some.get(index).article());
                count++;
            }
            from += some.size();
        }
        images.remove(List.copyOf(written.keySet()));
        images.add(written.values());
        return count;
    }

    /** Forgets an article, its images and revisions; one that is not there is forgotten already. */
    Counts remove(String articleId) throws SQLException {
        images.remove(List.of(articleId));
        new Binding(removeRevisions, dialect).text(articleId).run();
        return new Counts(0, 0, new Binding(remove, dialect).text(articleId).run(), 0);
    }

    /** Forgets what a failed {@link #put} had in hand. */
    void clear() throws SQLException {
        addRevision.clearBatch();
    }

    private void addRevisions(List<ArticleColumns> articles) throws SQLException {
        for (ArticleColumns columns : articles) {
            addRevision(columns.article(), columns.record());
        }
        addRevision.executeBatch();
    }

    private void addRevision(EnrichedArticle article, String record) throws SQLException {
        new Binding(addRevision, dialect)
                .text(article.getArticleId())
                .number(article.getVersion())
                .symbol(article.getChange())
                .time(article.getVersionCreated())
                .text(record)
                .add();
    }
}
