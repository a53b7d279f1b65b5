package io.broadsheet.sink.sqlite;

import io.broadsheet.schemas.json.AvroJson;
import io.broadsheet.sink.store.StoreResult.Counts;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.EnrichedArticle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

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
    private static final String ADD_IMAGE =
            """
            INSERT INTO image (article_id, ordinal, image_id, url, roles, caption, outcome,
              verdict, encoding_format, width, height, content_size, checked_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final PreparedStatement upsert;
    private final PreparedStatement remove;
    private final PreparedStatement addImage;
    private final PreparedStatement removeImages;

    ArticleTable(Connection connection) throws SQLException {
        upsert = connection.prepareStatement(UPSERT);
        remove = connection.prepareStatement("DELETE FROM article WHERE article_id = ?");
        addImage = connection.prepareStatement(ADD_IMAGE);
        removeImages = connection.prepareStatement("DELETE FROM image WHERE article_id = ?");
    }

    /** Writes the article and its images, if it is newer than what is there. */
    Counts put(EnrichedArticle article) throws SQLException {
        if (upsert(article) == 0) {
            return new Counts(0, 1, 0, 0);
        }
        new Binding(removeImages).text(article.getArticleId()).run();
        List<ArticleImage> images = article.getImages();
        for (int ordinal = 0; ordinal < images.size(); ordinal++) {
            add(article.getArticleId(), ordinal, images.get(ordinal));
        }
        return new Counts(1, 0, 0, 0);
    }

    /** Forgets an article and its images; one that is not there is forgotten already. */
    Counts remove(String articleId) throws SQLException {
        new Binding(removeImages).text(articleId).run();
        return new Counts(0, 0, new Binding(remove).text(articleId).run(), 0);
    }

    private int upsert(EnrichedArticle article) throws SQLException {
        return new Binding(upsert)
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

    private void add(String articleId, int ordinal, ArticleImage image) throws SQLException {
        new Binding(addImage)
                .text(articleId)
                .number(ordinal)
                .text(image.getImageId())
                .text(image.getUrl())
                .text(image.getRoles().stream().map(Enum::name).collect(Collectors.joining(" ")))
                .text(image.getCaption())
                .symbol(image.getOutcome())
                .symbol(image.getVerdict())
                .text(image.getEncodingFormat())
                .number(image.getWidth())
                .number(image.getHeight())
                .number(image.getContentSize())
                .time(image.getCheckedAt())
                .run();
    }
}
