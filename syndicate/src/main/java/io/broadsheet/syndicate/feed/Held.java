package io.broadsheet.syndicate.feed;

import io.broadsheet.v1.EnrichedArticle;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * An article of the feeds, or that there was one.
 *
 * @param articleId its id
 * @param sourceId its source
 * @param firstCreated when we first saw it: by that the feeds are sorted, since it never changes
 * @param changedAt when its latest version was made, or it was taken back
 * @param article empty if it was taken back
 * @param bytes that it takes
 */
record Held(
        String articleId,
        String sourceId,
        Instant firstCreated,
        Instant changedAt,
        Optional<EnrichedArticle> article,
        int bytes) {

    /** The newest first; of those that are as old, by id. */
    static final Comparator<Held> NEWEST_FIRST =
            Comparator.comparing(Held::firstCreated).reversed().thenComparing(Held::articleId);

    /** What is left of it once it was taken back. */
    Held gone(Instant at) {
        return new Held(articleId, sourceId, firstCreated, at, Optional.empty(), 0);
    }

    /** Where a page that ends with it goes on. */
    String cursor() {
        return Long.toString(firstCreated.toEpochMilli(), Character.MAX_RADIX) + "-" + articleId;
    }

    /** Its version; 0 if it was taken back. */
    int version() {
        return article.map(EnrichedArticle::getVersion).orElse(0);
    }
}
