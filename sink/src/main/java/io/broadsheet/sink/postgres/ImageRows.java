package io.broadsheet.sink.postgres;

import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.EnrichedArticle;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The table {@code image}. All images of a batch are one COPY: they are many and small, and a
 * statement for each would cost more than its row.
 */
final class ImageRows {

    private static final String TABLE =
            """
            image (article_id, ordinal, image_id, url, roles, caption, outcome, verdict,
              encoding_format, width, height, content_size, checked_at)
            """;

    private final Connection connection;
    private final PreparedStatement remove;

    ImageRows(Connection connection) throws SQLException {
        this.connection = connection;
        remove = connection.prepareStatement("DELETE FROM image WHERE article_id = ANY (?)");
    }

    /** Adds the images of these articles, each of which occurs once and has none. */
    void add(Collection<EnrichedArticle> articles) throws SQLException {
        if (articles.stream().allMatch(article -> article.getImages().isEmpty())) {
            return;
        }
        try (CopyRows rows = CopyRows.into(connection, TABLE)) {
            for (EnrichedArticle article : articles) {
                int ordinal = 0;
                for (ArticleImage image : article.getImages()) {
                    rows.add(values(article.getArticleId(), ordinal++, image));
                }
            }
            rows.end();
        }
    }

    /** Removes the images of these articles. */
    void remove(List<String> articleIds) throws SQLException {
        if (!articleIds.isEmpty()) {
            remove.setArray(1, connection.createArrayOf("text", articleIds.toArray()));
            remove.executeUpdate();
        }
    }

    private static @Nullable Object[] values(String articleId, int ordinal, ArticleImage image) {
        return new @Nullable Object[] {
            articleId,
            ordinal,
            image.getImageId(),
            image.getUrl(),
            roles(image),
            image.getCaption(),
            image.getOutcome().name(),
            image.getVerdict().name(),
            image.getEncodingFormat(),
            image.getWidth(),
            image.getHeight(),
            image.getContentSize(),
            image.getCheckedAt()
        };
    }

    private static String roles(ArticleImage image) {
        return image.getRoles().stream().map(Enum::name).collect(Collectors.joining(" "));
    }
}
