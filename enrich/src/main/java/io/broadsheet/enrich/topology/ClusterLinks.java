package io.broadsheet.enrich.topology;

import io.broadsheet.schemas.CloudEventHeaders;
import io.broadsheet.v1.ClusterLink;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Lets articles tell each other who is near to whom. */
final class ClusterLinks {

    private ClusterLinks() {}

    /** Puts the news into what is sent. */
    static void add(Outbox outbox, Codecs codecs, ClusterLink link) {
        Headers headers = new RecordHeaders();
        CloudEventHeaders.of(link).addTo(headers);
        outbox.add(codecs.clusters().links(), link.getArticleId(), link, headers);
    }
}
