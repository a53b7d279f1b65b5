package io.broadsheet.sink.postgres;

import io.broadsheet.sink.sql.Binding;
import io.broadsheet.sink.sql.Dialect;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes many articles by one statement, guarded by version, and learns which it wrote. A statement
 * for each row would cost the server more than the row. Statements are kept for a few sizes, powers
 * of two, so that the server plans each once.
 */
final class ArticleUpsert {

    private static final int ARTICLES_MAX = 128;

    private static final String INSERT = "INSERT INTO article " + ArticleColumns.NAMES + " VALUES ";
    private static final String ON_CONFLICT =
            """
            ON CONFLICT (article_id) DO UPDATE SET
              version = excluded.version, state = excluded.state,
              pub_status = excluded.pub_status, content_hash = excluded.content_hash,
              source_id = excluded.source_id, url = excluded.url, headline = excluded.headline,
              description = excluded.description, in_language = excluded.in_language,
              date_published = excluded.date_published, date_modified = excluded.date_modified,
              first_created = excluded.first_created, version_created = excluded.version_created,
              word_count = excluded.word_count, cluster_id = excluded.cluster_id,
              cluster_role = excluded.cluster_role,
              cluster_primary_id = excluded.cluster_primary_id,
              primary_image_id = excluded.primary_image_id, raw_topic = excluded.raw_topic,
              raw_partition = excluded.raw_partition, raw_offset = excluded.raw_offset,
              record = excluded.record, search = excluded.search
            WHERE excluded.version > article.version
            RETURNING article_id
            """;

    private final Connection connection;
    private final Dialect dialect;
    private final Map<Integer, PreparedStatement> bySize = new HashMap<>();

    ArticleUpsert(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /**
     * As many of the first of these as one statement can write: a power of two, and no article
     * twice, since a statement changes a row once.
     */
    List<ArticleColumns> next(List<ArticleColumns> articles) {
        Set<String> ids = new HashSet<>();
        int count = 0;
        int most = Math.min(ARTICLES_MAX, articles.size());
        while (count < most && ids.add(articles.get(count).id())) {
            count++;
        }
        return articles.subList(0, Integer.highestOneBit(count));
    }

    /** Writes those that are newer than what is there, and answers which of them were. */
    List<Integer> put(List<ArticleColumns> some) throws SQLException {
        PreparedStatement statement = statementFor(some.size());
        Binding values = new Binding(statement, dialect);
        Map<String, Integer> places = new HashMap<>();
        for (ArticleColumns article : some) {
            places.put(article.id(), places.size());
            for (Object value : article.values()) {
                bind(values, value);
            }
        }
        List<Integer> written = new ArrayList<>(some.size());
        try (ResultSet ids = statement.executeQuery()) {
            while (ids.next()) {
                written.add(places.getOrDefault(ids.getString(1), 0));
            }
        }
        return written;
    }

    private PreparedStatement statementFor(int size) throws SQLException {
        PreparedStatement kept = bySize.get(size);
        if (kept != null) {
            return kept;
        }
        String row = "(" + "?, ".repeat(ArticleColumns.COUNT - 1) + "?)";
        String rows = row + (", " + row).repeat(size - 1);
        PreparedStatement made = connection.prepareStatement(INSERT + rows + " " + ON_CONFLICT);
        bySize.put(size, made);
        return made;
    }

    private static void bind(Binding values, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> values.text(null);
            case String text -> values.text(text);
            case Number number -> values.number(number);
            case Instant time -> values.time(time);
            case Lexemes lexemes -> values.text(lexemes.text());
            default -> throw new IllegalArgumentException("no column for " + value.getClass());
        }
    }
}
