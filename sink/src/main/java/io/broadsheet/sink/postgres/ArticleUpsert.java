package io.broadsheet.sink.postgres;

import io.broadsheet.sink.sql.Binding;
import io.broadsheet.sink.sql.Dialect;
import io.broadsheet.v1.Cluster;
import io.broadsheet.v1.EnrichedArticle;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    private static final int COLUMNS = 24;

    private static final String INSERT =
            """
            INSERT INTO article (article_id, version, state, pub_status, content_hash, source_id,
              url, headline, description, in_language, date_published, date_modified,
              first_created, version_created, word_count, cluster_id, cluster_role,
              cluster_primary_id, primary_image_id, raw_topic, raw_partition, raw_offset, record,
              search)
            VALUES
            """;
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
     * An article that can be stored, with what takes time to make of it.
     *
     * @param article with no character that the database refuses
     * @param record the whole of it as JSON
     * @param search its words; null if it shall not be found
     */
    record Texts(EnrichedArticle article, String record, @Nullable String search) {}

    /**
     * As many of the first of these as one statement can write: a power of two, and no article
     * twice, since a statement changes a row once.
     */
    List<Texts> next(List<Texts> texts) {
        Set<String> ids = new HashSet<>();
        int count = 0;
        int most = Math.min(ARTICLES_MAX, texts.size());
        while (count < most && ids.add(texts.get(count).article().getArticleId())) {
            count++;
        }
        return texts.subList(0, Integer.highestOneBit(count));
    }

    /** Writes those that are newer than what is there, and answers which of them were. */
    List<Integer> put(List<Texts> some) throws SQLException {
        PreparedStatement statement = statementFor(some.size());
        Binding values = new Binding(statement, dialect);
        Map<String, Integer> places = new HashMap<>();
        for (Texts texts : some) {
            places.put(texts.article().getArticleId(), places.size());
            fill(values, texts);
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
        String row = "(" + "?, ".repeat(COLUMNS - 1) + "?)";
        String rows = row + (", " + row).repeat(size - 1);
        PreparedStatement made = connection.prepareStatement(INSERT + rows + " " + ON_CONFLICT);
        bySize.put(size, made);
        return made;
    }

    private static void fill(Binding values, Texts texts) throws SQLException {
        EnrichedArticle article = texts.article();
        identity(values, article);
        values.text(article.getUrl())
                .text(article.getHeadline())
                .text(article.getDescription())
                .text(article.getInLanguage())
                .time(article.getDatePublished())
                .time(article.getDateModified())
                .time(article.getFirstCreated())
                .time(article.getVersionCreated())
                .number(article.getWordCount());
        cluster(values, article.getCluster());
        values.text(article.getPrimaryImageId())
                .text(article.getRawRef().getTopic())
                .number(article.getRawRef().getPartition())
                .number(article.getRawRef().getOffset())
                .text(texts.record())
                .text(texts.search());
    }

    private static void identity(Binding values, EnrichedArticle article) throws SQLException {
        values.text(article.getArticleId())
                .number(article.getVersion())
                .symbol(article.getState())
                .symbol(article.getPubStatus())
                .text(article.getContentHash())
                .text(article.getSource().getSourceId());
    }

    private static void cluster(Binding values, @Nullable Cluster cluster) throws SQLException {
        values.text(cluster == null ? null : cluster.getClusterId())
                .text(cluster == null ? null : cluster.getRole().name())
                .text(cluster == null ? null : cluster.getPrimaryArticleId());
    }
}
