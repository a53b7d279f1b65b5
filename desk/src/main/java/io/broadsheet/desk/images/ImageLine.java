package io.broadsheet.desk.images;

import io.broadsheet.v1.ImageCarrier;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.web.url.RegistrableHost;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What became of an image.
 *
 * @param id imageId
 * @param url as in the article
 * @param host registrable host of it; the whole URL if it has none
 * @param outcome what to do with it
 * @param verdict why
 * @param detail for the operator; empty if there is none
 * @param at when it was checked
 * @param articles that carry it, the latest last
 */
public record ImageLine(
        String id,
        String url,
        String host,
        String outcome,
        String verdict,
        String detail,
        Instant at,
        List<String> articles) {

    public ImageLine {
        articles = List.copyOf(articles);
    }

    static ImageLine of(ImageCheck check) {
        String host = RegistrableHost.of(check.getUrl()).orElse("no host");
        return new ImageLine(
                check.getImageId(),
                check.getUrl(),
                host,
                check.getOutcome().name(),
                check.getVerdict().name(),
                Objects.requireNonNullElse(check.getDetail(), ""),
                check.getCheckedAt(),
                check.getCarriers().stream().map(ImageCarrier::getArticleId).distinct().toList());
    }

    /** Whether a reader can be shown it. */
    boolean isUsable() {
        return outcome.startsWith("USABLE");
    }
}
