package io.broadsheet.sink.postgres;

import io.broadsheet.schemas.json.AvroJson;
import io.broadsheet.sink.postgres.ArticleUpsert.Texts;
import io.broadsheet.sink.sql.Binding;
import io.broadsheet.sink.sql.Dialect;
import io.broadsheet.sink.sql.Storable;
import io.broadsheet.sink.store.StoreResult.Counts;
import io.broadsheet.v1.EnrichedArticle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    private final PostgresOptions options;
    private final Dialect dialect;
    private final ArticleUpsert upsert;
    private final PreparedStatement remove;
    private final PreparedStatement addRevision;
    private final PreparedStatement removeRevisions;
    private final ImageRows images;

    ArticleTable(Connection connection, PostgresOptions options, Dialect dialect)
            throws SQLException {
        this.options = options;
        this.dialect = dialect;
        upsert = new ArticleUpsert(connection, dialect);
        remove = connection.prepareStatement("DELETE FROM article WHERE article_id = ?");
        addRevision = connection.prepareStatement(ADD_REVISION);
        removeRevisions = connection.prepareStatement("DELETE FROM revision WHERE article_id = ?");
        images = new ImageRows(connection);
    }

    /** Writes those articles that are newer than what is there, in this order. */
    Counts put(List<EnrichedArticle> given) throws SQLException {
        if (given.isEmpty()) {
            return Counts.ZERO;
        }
        List<Texts> texts = given.parallelStream().map(this::textsOf).toList();
        Map<String, EnrichedArticle> written = new LinkedHashMap<>();
        int count = 0;
        for (int from = 0; from < texts.size(); ) {
            List<Texts> some = upsert.next(texts.subList(from, texts.size()));
            for (int index : upsert.put(some)) {
                EnrichedArticle article = some.get(index).article();
                written.put(article.getArticleId(), article);
                count++;
            }
            from += some.size();
        }
        images.replace(written.values());
        if (options.revisions()) {
            addRevisions(texts);
        }
        return new Counts(count, texts.size() - count, 0, 0);
    }

    private Texts textsOf(EnrichedArticle given) {
        EnrichedArticle article = Storable.article(given);
        String search = SearchVector.of(article, options.search());
        return new Texts(article, AvroJson.write(article), search);
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

    private void addRevisions(List<Texts> texts) throws SQLException {
        for (Texts text : texts) {
            addRevision(text.article(), text.record());
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
