package io.broadsheet.sink.postgres;

import io.broadsheet.schemas.json.AvroJson;
import io.broadsheet.sink.sql.Binding;
import io.broadsheet.sink.sql.Dialect;
import io.broadsheet.sink.sql.ImageTable;
import io.broadsheet.sink.sql.Storable;
import io.broadsheet.sink.store.StoreResult.Counts;
import io.broadsheet.v1.Cluster;
import io.broadsheet.v1.EnrichedArticle;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables {@code article}, {@code image} and, if wanted, {@code revision}. Statements are sent
 * together and answered together: a network is crossed a few times a batch, not for each row.
 */
final class ArticleTable {

    private static final String UPSERT =
            """
            INSERT INTO article (article_id, version, state, pub_status, content_hash, source_id,
              url, headline, description, in_language, date_published, date_modified,
              first_created, version_created, word_count, cluster_id, cluster_role,
              cluster_primary_id, primary_image_id, raw_topic, raw_partition, raw_offset, record,
              search)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
            """;
    private static final String ADD_REVISION =
            """
            INSERT INTO revision (article_id, version, change, version_created, record)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT (article_id, version) DO NOTHING
            """;

    private final PostgresOptions options;
    private final Dialect dialect;
    private final PreparedStatement upsert;
    private final PreparedStatement remove;
    private final PreparedStatement addRevision;
    private final PreparedStatement removeRevisions;
    private final ImageTable images;

    ArticleTable(Connection connection, PostgresOptions options, Dialect dialect)
            throws SQLException {
        this.options = options;
        this.dialect = dialect;
        upsert = connection.prepareStatement(UPSERT);
        remove = connection.prepareStatement("DELETE FROM article WHERE article_id = ?");
        addRevision = connection.prepareStatement(ADD_REVISION);
        removeRevisions = connection.prepareStatement("DELETE FROM revision WHERE article_id = ?");
        images = new ImageTable(connection, dialect);
    }

    /** Writes those articles that are newer than what is there, in this order. */
    Counts put(List<EnrichedArticle> given) throws SQLException {
        if (given.isEmpty()) {
            return Counts.ZERO;
        }
        List<EnrichedArticle> articles = given.stream().map(Storable::article).toList();
        for (EnrichedArticle article : articles) {
            add(article);
        }
        int[] changed = upsert.executeBatch();
        Map<String, EnrichedArticle> written = new LinkedHashMap<>();
        int count = 0;
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] > 0) {
                written.put(articles.get(i).getArticleId(), articles.get(i));
                count++;
            }
        }
        images.replace(written.values());
        addRevision.executeBatch();
        return new Counts(count, changed.length - count, 0, 0);
    }

    /** Forgets an article, its images and revisions; one that is not there is forgotten already. */
    Counts remove(String articleId) throws SQLException {
        images.remove(articleId);
        new Binding(removeRevisions, dialect).text(articleId).run();
        return new Counts(0, 0, new Binding(remove, dialect).text(articleId).run(), 0);
    }

    /** Forgets what a failed {@link #put} had in hand. */
    void clear() throws SQLException {
        upsert.clearBatch();
        addRevision.clearBatch();
        images.clear();
    }

    private void add(EnrichedArticle article) throws SQLException {
        String record = AvroJson.write(article);
        Binding row = new Binding(upsert, dialect);
        identity(row, article);
        row.text(article.getUrl())
                .text(article.getHeadline())
                .text(article.getDescription())
                .text(article.getInLanguage())
                .time(article.getDatePublished())
                .time(article.getDateModified())
                .time(article.getFirstCreated())
                .time(article.getVersionCreated())
                .number(article.getWordCount());
        cluster(row, article.getCluster());
        row.text(article.getPrimaryImageId())
                .text(article.getRawRef().getTopic())
                .number(article.getRawRef().getPartition())
                .number(article.getRawRef().getOffset())
                .text(record)
                .text(SearchVector.of(article, options.search()))
                .add();
        if (options.revisions()) {
            addRevision(article, record);
        }
    }

    private static void identity(Binding row, EnrichedArticle article) throws SQLException {
        row.text(article.getArticleId())
                .number(article.getVersion())
                .symbol(article.getState())
                .symbol(article.getPubStatus())
                .text(article.getContentHash())
                .text(article.getSource().getSourceId());
    }

    private static void cluster(Binding row, @Nullable Cluster cluster) throws SQLException {
        row.text(cluster == null ? null : cluster.getClusterId())
                .text(cluster == null ? null : cluster.getRole().name())
                .text(cluster == null ? null : cluster.getPrimaryArticleId());
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
