package io.broadsheet.enrich.topology;

import io.broadsheet.enrich.cluster.ClusterPlaces;
import io.broadsheet.state.v1.ClusterPlace;
import io.broadsheet.v1.ArticleCluster;
import io.broadsheet.v1.EnrichedArticle;

import org.apache.kafka.streams.state.KeyValueStore;

import java.util.Optional;

/**
 * The clusters of one partition: in which one each of its articles is, and who is in those whose
 * primaries are here. Used by one thread.
 *
 * @param places by articleId
 * @param clusters by clusterId, byte for byte as they lie on the topic
 * @param texts of articles that may yet get a place
 */
record ClusterBook(
        KeyValueStore<String, ClusterPlace> places,
        KeyValueStore<String, byte[]> clusters,
        KeptTexts texts,
        Codec<ArticleCluster> codec) {

    Optional<ClusterPlace> place(String articleId) {
        return Optional.ofNullable(places.get(articleId));
    }

    /** The article with its place in it, if it has one. */
    EnrichedArticle placed(EnrichedArticle article) {
        return place(article.getArticleId())
                .map(place ->
                        EnrichedArticle.newBuilder(article)
                                .setCluster(ClusterPlaces.cluster(place))
                                .build())
                .orElse(article);
    }

    /** The same for one on its way out. */
    EnrichedArticle.Builder placed(EnrichedArticle.Builder article) {
        place(article.getArticleId())
                .ifPresent(place -> article.setCluster(ClusterPlaces.cluster(place)));
        return article;
    }

    Optional<ArticleCluster> cluster(String clusterId) {
        byte[] bytes = clusters.get(clusterId);
        return bytes == null ? Optional.empty() : Optional.of(codec.decodeStored(bytes));
    }
}
