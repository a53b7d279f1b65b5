package io.broadsheet.sink.postgres;

import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.EnrichedArticle;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table {@code image}. All images of a batch are one statement, with an array for each column:
 * they are many and small, and a statement for each would cost more than its row.
 */
final class ImageRows {

    private static final String ADD =
            """
            INSERT INTO image (article_id, ordinal, image_id, url, roles, caption, outcome,
              verdict, encoding_format, width, height, content_size, checked_at)
            SELECT * FROM unnest(?::text[], ?::int4[], ?::text[], ?::text[], ?::text[], ?::text[],
              ?::text[], ?::text[], ?::text[], ?::int4[], ?::int4[], ?::int8[], ?::timestamptz[])
            """;

    private final Connection connection;
    private final PreparedStatement add;
    private final PreparedStatement remove;

    ImageRows(Connection connection) throws SQLException {
        this.connection = connection;
        add = connection.prepareStatement(ADD);
        remove = connection.prepareStatement("DELETE FROM image WHERE article_id = ANY (?)");
    }

    private record Entry(String articleId, int ordinal, ArticleImage image) {}

    /** Puts the images of these articles, each of which occurs once, in the place of older ones. */
    void replace(Collection<EnrichedArticle> articles) throws SQLException {
        remove(articles.stream().map(EnrichedArticle::getArticleId).toList());
        List<Entry> entries = new ArrayList<>();
        for (EnrichedArticle article : articles) {
            int ordinal = 0;
            for (ArticleImage image : article.getImages()) {
                entries.add(new Entry(article.getArticleId(), ordinal++, image));
            }
        }
        if (!entries.isEmpty()) {
            add(entries);
        }
    }

    /** Removes the images of these articles. */
    void remove(List<String> articleIds) throws SQLException {
        if (!articleIds.isEmpty()) {
            remove.setArray(1, connection.createArrayOf("text", articleIds.toArray()));
            remove.executeUpdate();
        }
    }

    private void add(List<Entry> entries) throws SQLException {
        List<ArticleImage> images = entries.stream().map(Entry::image).toList();
        column(1, "text", entries, Entry::articleId);
        column(2, "int4", entries, Entry::ordinal);
        column(3, "text", images, ArticleImage::getImageId);
        column(4, "text", images, ArticleImage::getUrl);
        column(5, "text", images, ImageRows::roles);
        column(6, "text", images, ArticleImage::getCaption);
        column(7, "text", images, image -> image.getOutcome().name());
        column(8, "text", images, image -> image.getVerdict().name());
        column(9, "text", images, ArticleImage::getEncodingFormat);
        column(10, "int4", images, ArticleImage::getWidth);
        column(11, "int4", images, ArticleImage::getHeight);
        column(12, "int8", images, ArticleImage::getContentSize);
        column(13, "timestamptz", images, ImageRows::checkedAt);
        add.executeUpdate();
    }

    private <T> void column(
            int index, String type, List<T> rows, Function<T, @Nullable Object> value)
            throws SQLException {
        @Nullable Object[] values = new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        add.setArray(index, connection.createArrayOf(type, values));
    }

    private static String roles(ArticleImage image) {
        return image.getRoles().stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static @Nullable String checkedAt(ArticleImage image) {
        Instant time = image.getCheckedAt();
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
