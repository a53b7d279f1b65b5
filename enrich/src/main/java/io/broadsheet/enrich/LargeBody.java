package io.broadsheet.enrich;

import io.broadsheet.enrich.step.QualityCode;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.QualityFlag;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps records small: a body over the limit goes to the claim store, its HTML first, its text too
 * if it is still too large alone. Nothing is lost; the HTML holds the text.
 */
final class LargeBody {

    /** RELIABILITY section 3.4, class 7: far below the limit of a topic, with room for the rest. */
    static final int BODY_BYTES_MAX = 900_000;

    private static final int UTF8_BYTES_MAX = 3;

    private LargeBody() {}

    /**
     * The article with a body that fits a record.
     *
     * @throws UncheckedIOException if the claim store is needed and cannot be written now
     */
    static EnrichedArticle claimed(EnrichedArticle article, ClaimStore claims) {
        if (isSurelySmall(article)) {
            return article;
        }
        int textBytes = bytes(article.getArticleBody()).length;
        byte[] html = bytes(article.getArticleBodyHtml());
        int bytes = textBytes + html.length;
        if (bytes <= BODY_BYTES_MAX) {
            return article;
        }
        byte[] kept = html.length > 0 ? html : bytes(article.getArticleBody());
        List<QualityFlag> quality = new ArrayList<>(article.getQuality());
        quality.add(QualityCode.BODY_BY_REFERENCE.on("bodyRef", bytes + " bytes"));
        return EnrichedArticle.newBuilder(article)
                .setArticleBody(textBytes <= BODY_BYTES_MAX ? article.getArticleBody() : null)
                .setArticleBodyHtml(null)
                .setBodyRef(put(kept, claims))
                .setQuality(quality)
                .build();
    }

    /** UTF-8 needs three bytes at most for what Java counts as one character. */
    private static boolean isSurelySmall(EnrichedArticle article) {
        int chars = length(article.getArticleBody()) + length(article.getArticleBodyHtml());
        return UTF8_BYTES_MAX * chars <= BODY_BYTES_MAX;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static String put(byte[] payload, ClaimStore claims) {
        try {
            return claims.put(new ByteArrayInputStream(payload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(@Nullable String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }
}
