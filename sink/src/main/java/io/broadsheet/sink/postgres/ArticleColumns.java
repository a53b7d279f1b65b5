package io.broadsheet.sink.postgres;

import io.broadsheet.schemas.json.AvroJson;
import io.broadsheet.sink.postgres.PostgresOptions.SearchDepth;
import io.broadsheet.sink.sql.Storable;
import io.broadsheet.v1.Cluster;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.RecordRef;

import org.jspecify.annotations.Nullable;

/**
 * An article that can be stored, with what takes time to make of it.
 *
 * @param article with no character that the database refuses
 * @param record the whole of it as JSON
 * @param search its words; null if it shall not be found
 */
record ArticleColumns(EnrichedArticle article, String record, @Nullable Lexemes search) {

    /** The columns of the table {@code article}, in the order of {@link #values}. */
    static final String NAMES =
            """
            (article_id, version, state, pub_status, content_hash, source_id, url, headline,
              description, in_language, date_published, date_modified, first_created,
              version_created, word_count, cluster_id, cluster_role, cluster_primary_id,
              primary_image_id, raw_topic, raw_partition, raw_offset, record, search)
            """;

    /** How many there are. */
    static final int COUNT = 24;

    static ArticleColumns of(EnrichedArticle given, SearchDepth depth) {
        EnrichedArticle article = Storable.article(given);
        return new ArticleColumns(
                article, AvroJson.write(article), SearchVector.of(article, depth));
    }

    String id() {
        return article.getArticleId();
    }

    /** Texts, Integers, Longs, Instants, the search vector last. */
    @Nullable Object[] values() {
        Cluster cluster = article.getCluster();
        RecordRef raw = article.getRawRef();
        return new @Nullable Object[] {
            article.getArticleId(),
            article.getVersion(),
            article.getState().name(),
            article.getPubStatus().name(),
            article.getContentHash(),
            article.getSource().getSourceId(),
            article.getUrl(),
            article.getHeadline(),
            article.getDescription(),
            article.getInLanguage(),
            article.getDatePublished(),
            article.getDateModified(),
            article.getFirstCreated(),
            article.getVersionCreated(),
            article.getWordCount(),
            cluster == null ? null : cluster.getClusterId(),
            cluster == null ? null : cluster.getRole().name(),
            cluster == null ? null : cluster.getPrimaryArticleId(),
            article.getPrimaryImageId(),
            raw.getTopic(),
            raw.getPartition(),
            raw.getOffset(),
            record,
            search
        };
    }
}
