package io.broadsheet.enrich.cluster;

import io.broadsheet.enrich.step.fingerprint.Fingerprint;
import io.broadsheet.enrich.step.fingerprint.FingerprintStep;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.ArticleSketch;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.Source;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Objects;

/** Makes the sketch by which an article meets its near-duplicates. */
public final class SketchOf {

    /** A shorter headline, such as "Weather", is that of many. */
    private static final int TITLE_WEIGHT_MIN = 15;

    private SketchOf() {}

    /**
     * The sketch of an article.
     *
     * @param print of its text
     * @param seenAt when this version came
     */
    public static ArticleSketch article(
            EnrichedArticle article, Fingerprint print, Instant seenAt) {
        return ArticleSketch.newBuilder()
                .setArticleId(article.getArticleId())
                .setFirstCreated(article.getFirstCreated())
                .setSeenAt(seenAt)
                .setSource(source(article.getSource()))
                .setTextHash(print.textHash())
                .setWeight(print.weight())
                .setMinima(ByteBuffer.wrap(print.minima()))
                .setNumbers(ByteBuffer.wrap(print.numbers()))
                .setTitle(title(article.getHeadline()))
                .setAddress(name(article.getUrl()))
                .setImage(name(lead(article)))
                .build();
    }

    /** Where one sourceId collects many outlets, each is a source of its own. */
    private static long source(Source source) {
        String outlet = Objects.requireNonNullElse(source.getName(), "");
        return FingerprintStep.ofName(source.getSourceId() + "\n" + outlet);
    }

    private static @Nullable Long title(@Nullable String headline) {
        return headline == null
                ? null
                : FingerprintStep.ofHeadline(headline, TITLE_WEIGHT_MIN).orElse(null);
    }

    private static @Nullable Long name(@Nullable String name) {
        return name == null ? null : FingerprintStep.ofName(name);
    }

    private static @Nullable String lead(EnrichedArticle article) {
        return article.getImages().stream()
                .filter(image -> image.getRoles().contains(ImageRole.LEAD))
                .findFirst()
                .map(ArticleImage::getImageId)
                .orElse(null);
    }
}
