package io.broadsheet.enrich.image.service;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.broadsheet.v1.ImageCheck;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The last check of each image that was met lately. Safe for any number of threads. */
final class KnownImages {

    private final Cache<String, ImageCheck> checks;

    KnownImages(int imagesMax) {
        this.checks = Caffeine.newBuilder().maximumSize(imagesMax).build();
    }

    /** Remembers a check, unless a later one is known; the list of requests is left out. */
    void learn(ImageCheck check) {
        ImageCheck slim = ImageCheck.newBuilder(check).setAttempts(List.of()).build();
        checks.asMap().merge(check.getImageId(), slim, KnownImages::later);
    }

    private static ImageCheck later(ImageCheck one, ImageCheck other) {
        return other.getCheckedAt().isBefore(one.getCheckedAt()) ? one : other;
    }

    /** The last check, however old. */
    Optional<ImageCheck> last(String imageId) {
        return Optional.ofNullable(checks.getIfPresent(imageId));
    }

    /** The last check, if it still holds. */
    Optional<ImageCheck> holding(String imageId, Instant now) {
        return last(imageId).filter(check -> check.getExpiresAt().isAfter(now));
    }
}
