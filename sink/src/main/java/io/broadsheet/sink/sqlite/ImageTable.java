package io.broadsheet.sink.sqlite;

import io.broadsheet.sink.sql.Binding;
import io.broadsheet.sink.sql.Dialect;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.EnrichedArticle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The table {@code image}: the images of the stored version of each article, in its order. */
final class ImageTable {

    private static final String ADD =
            """
            INSERT INTO image (article_id, ordinal, image_id, url, roles, caption, outcome,
              verdict, encoding_format, width, height, content_size, checked_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** Of which there is nothing older. */
    private static final int FIRST_VERSION = 1;

    private final Dialect dialect;
    private final PreparedStatement add;
    private final PreparedStatement remove;

    /**
     * @param connection in a transaction of the caller
     * @param dialect of its database
     */
    ImageTable(Connection connection, Dialect dialect) throws SQLException {
        this.dialect = dialect;
        add = connection.prepareStatement(ADD);
        remove = connection.prepareStatement("DELETE FROM image WHERE article_id = ?");
    }

    /** Puts the images of these articles, each of which occurs once, in the place of older ones. */
    void replace(Collection<EnrichedArticle> articles) throws SQLException {
        for (EnrichedArticle article : articles) {
            if (article.getVersion() > FIRST_VERSION) {
                new Binding(remove, dialect).text(article.getArticleId()).add();
            }
            List<ArticleImage> images = article.getImages();
            for (int ordinal = 0; ordinal < images.size(); ordinal++) {
                add(article.getArticleId(), ordinal, images.get(ordinal));
            }
        }
        remove.executeBatch();
        add.executeBatch();
    }

    /** Removes the images of an article. */
    void remove(String articleId) throws SQLException {
        new Binding(remove, dialect).text(articleId).run();
    }

    private void add(String articleId, int ordinal, ArticleImage image) throws SQLException {
        new Binding(add, dialect)
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
                .add();
    }
}
