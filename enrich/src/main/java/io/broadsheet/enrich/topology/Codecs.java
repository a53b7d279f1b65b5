package io.broadsheet.enrich.topology;

import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.v1.ArticleOutcome;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Reprocessing;

/** The codecs of every topic that enrichment reads or writes. */
record Codecs(
        Codec<RawArticle> raw,
        Codec<Reprocessing> reprocess,
        Codec<EnrichedArticle> enriched,
        Codec<EnrichedArticle> revisions,
        Codec<ArticleOutcome> outcomes,
        ImageCodecs images,
        ClusterCodecs clusters,
        Codec<DeadLetter> deadLetters) {

    static Codecs of(SchemaRegistry registry, RegistryPatience patience) {
        return new Codecs(
                new Codec<>(Topics.RAW, registry, patience),
                new Codec<>(Topics.REPROCESS, registry, patience),
                new Codec<>(Topics.ENRICHED, registry, patience),
                new Codec<>(Topics.REVISIONS, registry, patience),
                new Codec<>(Topics.OUTCOMES, registry, patience),
                ImageCodecs.of(registry, patience),
                ClusterCodecs.of(registry, patience),
                new Codec<>(Topics.ENRICH_DEAD_LETTERS, registry, patience));
    }
}
