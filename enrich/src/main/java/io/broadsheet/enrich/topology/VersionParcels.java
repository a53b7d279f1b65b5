package io.broadsheet.enrich.topology;

import io.broadsheet.schemas.CloudEventHeaders;
import io.broadsheet.v1.EnrichedArticle;

/** A version of an article goes out twice: as the latest, and as one of all. */
final class VersionParcels {

    private VersionParcels() {}

    /** Puts a version into what is sent; its bytes on the enriched topic come back. */
    static byte[] add(Outbox outbox, Codecs codecs, EnrichedArticle article, TraceHeaders trace) {
        String key = article.getArticleId();
        outbox.add(codecs.revisions(), key, article, trace.with(CloudEventHeaders.of(article)));
        return outbox.add(
                codecs.enriched(), key, article, trace.with(CloudEventHeaders.of(article)));
    }
}
