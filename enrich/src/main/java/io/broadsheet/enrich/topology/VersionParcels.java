package io.broadsheet.enrich.topology;

import io.broadsheet.schemas.CloudEventHeaders;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.EnrichedArticle;

import org.apache.kafka.common.header.Headers;

/** A version of an article goes out twice: as the latest, and as one of all. */
final class VersionParcels {

    private VersionParcels() {}

    /** Puts a version into what is sent; its bytes on the enriched topic come back. */
    static byte[] add(Outbox outbox, Codecs codecs, EnrichedArticle article, TraceHeaders trace) {
        String key = article.getArticleId();
        Headers headers = trace.with(CloudEventHeaders.of(article));
        byte[] revision = outbox.add(codecs.revisions(), key, article, headers);
        byte[] latest = codecs.enriched().encodeAgain(article, revision);
        outbox.add(Topics.ENRICHED, key, latest, headers);
        return latest;
    }
}
