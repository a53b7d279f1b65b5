package io.broadsheet.enrich.topology;

import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.serde.StateSerde;
import io.broadsheet.state.v1.ArticleState;
import io.broadsheet.state.v1.ClusterPlace;
import io.broadsheet.state.v1.PendingArticle;
import io.broadsheet.state.v1.SourceOffsets;

import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What enrichment keeps between records: on disk and, but for {@link #TEXTS}, on a changelog from
 * which it is restored.
 */
final class ArticleStores {

    /** What is remembered of each article, by articleId. */
    static final String ARTICLES = "articles";

    /** The articles that wait for images, by articleId. */
    static final String PENDING = "pending";

    /** When they stop waiting: "deadline articleId", sorted; the values are empty. */
    static final String DEADLINES = "deadlines";

    /** The articles whose images may still turn out otherwise, by articleId. */
    static final String WATCHED = "watched";

    /** When nobody cares any more: "time articleId", sorted; the values are empty. */
    static final String WATCHED_UNTIL = "watched-until";

    /** The latest texts that may get a place in a cluster, by articleId; only on this machine. */
    static final String TEXTS = "texts";

    /** What is known of the declared dates of each source, as {@link SourceClocks} names it. */
    static final String SOURCE_OFFSETS = "source-offsets";

    /** The cluster that each article is in, by articleId; those in none are not there. */
    static final String CLUSTER_PLACES = "cluster-places";

    /** Who is in each cluster, by clusterId, byte for byte as on the topic. */
    static final String CLUSTERS = "clusters";

    /** The sketches that others may be near to: "bucket slot" in hex, see {@link StoredBuckets}. */
    static final String CLUSTER_INDEX = "cluster-index";

    /** All of them. */
    static final List<String> NAMES =
            List.of(
                    ARTICLES,
                    PENDING,
                    DEADLINES,
                    WATCHED,
                    WATCHED_UNTIL,
                    TEXTS,
                    SOURCE_OFFSETS,
                    CLUSTER_PLACES,
                    CLUSTERS,
                    CLUSTER_INDEX);

    /** A pending article is as large as a record; a broker's default of 1 MiB would refuse it. */
    private static final Map<String, String> CHANGELOG =
            Map.of("max.message.bytes", Integer.toString(Topics.RECORD_BYTES_MAX));

    private ArticleStores() {}

    static StoreBuilder<KeyValueStore<String, ArticleState>> articles() {
        return store(ARTICLES, StateSerde.of(ArticleState.class, older("article-state-1.avsc")));
    }

    static StoreBuilder<KeyValueStore<String, PendingArticle>> pending() {
        return store(PENDING, StateSerde.of(PendingArticle.class));
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> deadlines() {
        return store(DEADLINES, Serdes.ByteArray());
    }

    static StoreBuilder<KeyValueStore<String, PendingArticle>> watched() {
        return store(WATCHED, StateSerde.of(PendingArticle.class));
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> watchedUntil() {
        return store(WATCHED_UNTIL, Serdes.ByteArray());
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> texts() {
        return store(TEXTS, Serdes.ByteArray()).withLoggingDisabled();
    }

    static StoreBuilder<KeyValueStore<String, SourceOffsets>> sourceOffsets() {
        return store(SOURCE_OFFSETS, StateSerde.of(SourceOffsets.class));
    }

    static StoreBuilder<KeyValueStore<String, ClusterPlace>> clusterPlaces() {
        return store(CLUSTER_PLACES, StateSerde.of(ClusterPlace.class));
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> clusters() {
        return store(CLUSTERS, Serdes.ByteArray());
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> clusterIndex() {
        return store(CLUSTER_INDEX, Serdes.ByteArray());
    }

    /** As it was before it knew of noise and retractions; a store may still hold such. */
    static Schema older(String resource) {
        try (InputStream schema = ArticleStores.class.getResourceAsStream(resource)) {
            return new Schema.Parser().parse(Objects.requireNonNull(schema, resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withCachingDisabled()
                .withLoggingEnabled(CHANGELOG);
    }
}
