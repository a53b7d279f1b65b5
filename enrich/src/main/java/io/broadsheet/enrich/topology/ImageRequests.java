package io.broadsheet.enrich.topology;

import io.broadsheet.enrich.revision.ImagePlan;
import io.broadsheet.schemas.CloudEventHeaders;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.ImageCheckRequest;
import io.broadsheet.web.url.RegistrableHost;

import java.time.Instant;

/**
 * Asks the image checker: one request for each distinct image, keyed by the host that is answerable
 * for it, so that one checker owns a host.
 */
final class ImageRequests {

    /** More than an answer can add to its article; see {@code ImageAnswers} for its bounds. */
    private static final int ANSWER_BYTES_MAX = 8 * 1024;

    private ImageRequests() {}

    /** Puts the requests of a version into what is sent. */
    static void add(
            Outbox outbox, Workplace at, ImagePlan plan, Instant deadline, TraceHeaders trace) {
        for (ArticleImage image : plan.asked()) {
            String proxied = image.getContentUrl();
            String url = proxied == null ? image.getUrl() : proxied;
            String host = RegistrableHost.of(url).orElse(image.getImageId());
            ImageCheckRequest request =
                    ImageCheckRequest.newBuilder()
                            .setArticleId(plan.article().getArticleId())
                            .setImageId(image.getImageId())
                            .setUrl(url)
                            .setArticleUrl(plan.article().getUrl())
                            .setRequestedAt(at.now())
                            .setDeadline(deadline)
                            .setTraceparent(trace.traceparent().orElse(null))
                            .build();
            var event = CloudEventHeaders.of(request).withPartitionKey(host);
            outbox.add(at.codecs().images().requests(), host, request, trace.with(event));
        }
    }

    /** What a version must leave free in its record, so that it fits with the answers too. */
    static int reservedBytes(ImagePlan plan) {
        return plan.asked().size() * ANSWER_BYTES_MAX;
    }
}
