package io.broadsheet.syndicate.feed;

import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.ImageOutcome;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * An image that was fetched and judged fit to be shown to anyone. Others are not offered: whoever
 * shows them would show a hole, or worse.
 *
 * @param id of the image
 * @param url of the picture itself
 * @param mediaType by its bytes
 * @param sizeInBytes null if not all were read
 * @param title null if it has no caption
 */
record Picture(
        String id,
        String url,
        String mediaType,
        @Nullable Long sizeInBytes,
        @Nullable String title) {

    /** Those of an article, in its order. */
    static List<Picture> of(EnrichedArticle article) {
        return article.getImages().stream().flatMap(image -> of(image).stream()).toList();
    }

    private static Optional<Picture> of(ArticleImage image) {
        String url = image.getContentUrl() == null ? image.getUrl() : image.getContentUrl();
        String mediaType = image.getEncodingFormat();
        boolean web = url.startsWith("https://") || url.startsWith("http://");
        return image.getOutcome() == ImageOutcome.USABLE && mediaType != null && web
                ? Optional.of(
                        new Picture(
                                image.getImageId(),
                                url,
                                mediaType,
                                image.getContentSize(),
                                image.getCaption()))
                : Optional.empty();
    }
}
