package io.broadsheet.enrich.topology;

import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.v1.ArticleCluster;
import io.broadsheet.v1.ArticleSketch;
import io.broadsheet.v1.ClusterLink;

/** The codecs of the topics on which near-duplicates find each other. */
record ClusterCodecs(
        Codec<ArticleSketch> sketches, Codec<ClusterLink> links, Codec<ArticleCluster> clusters) {

    static ClusterCodecs of(SchemaRegistry registry, RegistryPatience patience) {
        return new ClusterCodecs(
                new Codec<>(Topics.CLUSTER_SKETCHES, registry, patience),
                new Codec<>(Topics.CLUSTER_LINKS, registry, patience),
                new Codec<>(Topics.CLUSTERS, registry, patience));
    }
}
