package io.broadsheet.sink.sqlite;

import io.broadsheet.schemas.json.AvroJson;
import io.broadsheet.sink.sql.Binding;
import io.broadsheet.sink.sql.Dialect;
import io.broadsheet.sink.sql.Storable;
import io.broadsheet.sink.store.StoreResult.Counts;
import io.broadsheet.v1.EnrichedArticle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * The tables {@code article} and {@code image}: one row an article, its images replaced with it.
 */
final class ArticleTable {

    private static final String UPSERT =
            """
            INSERT INTO article (article_id, version, state, pub_status, content_hash, source_id,
              url, headline, description, in_language, date_published, first_created,
              version_created, primary_image_id, raw_topic, raw_partition, raw_offset, record)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (article_id) DO UPDATE SET
              version = excluded.version, state = excluded.state,
              pub_status = excluded.pub_status, content_hash = excluded.content_hash,
              source_id = excluded.source_id, url = excluded.url, headline = excluded.headline,
              description = excluded.description, in_language = excluded.in_language,
              date_published = excluded.date_published, first_created = excluded.first_created,
              version_created = excluded.version_created,
              primary_image_id = excluded.primary_image_id, raw_topic = excluded.raw_topic,
              raw_partition = excluded.raw_partition, raw_offset = excluded.raw_offset,
              record = excluded.record
            WHERE excluded.version > article.version
            """;
    private final Dialect dialect;
    private final PreparedStatement upsert;
    private final PreparedStatement remove;
    private final ImageTable images;

    ArticleTable(Connection connection, Dialect dialect) throws SQLException {
        this.dialect = dialect;
        upsert = connection.prepareStatement(UPSERT);
        remove = connection.prepareStatement("DELETE FROM article WHERE article_id = ?");
        images = new ImageTable(connection, dialect);
    }

    /** Writes the article and its images, if it is newer than what is there. */
    Counts put(EnrichedArticle given) throws SQLException {
        EnrichedArticle article = Storable.article(given);
        if (upsert(article) == 0) {
            return new Counts(0, 1, 0, 0);
        }
        images.replace(List.of(article));
        return new Counts(1, 0, 0, 0);
    }

    /** Forgets an article and its images; one that is not there is forgotten already. */
    Counts remove(String articleId) throws SQLException {
        images.remove(articleId);
        return new Counts(0, 0, new Binding(remove, dialect).text(articleId).run(), 0);
    }

    private int upsert(EnrichedArticle article) throws SQLException {
        return new Binding(upsert, dialect)
                .text(article.getArticleId())
                .number(article.getVersion())
                .symbol(article.getState())
                .symbol(article.getPubStatus())
                .text(article.getContentHash())
                .text(article.getSource().getSourceId())
                .text(article.getUrl())
                .text(article.getHeadline())
                .text(article.getDescription())
                .text(article.getInLanguage())
                .time(article.getDatePublished())
                .time(article.getFirstCreated())
                .time(article.getVersionCreated())
                .text(article.getPrimaryImageId())
                .text(article.getRawRef().getTopic())
                .number(article.getRawRef().getPartition())
                .number(article.getRawRef().getOffset())
                .text(AvroJson.write(article))
                .run();
    }
}
