package io.broadsheet.enrich.image.service;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.broadsheet.v1.ImageCarrier;
import io.broadsheet.v1.ImageCheck;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The last check of each image that was met lately. Safe for any number of threads. */
final class KnownImages {

    private final Cache<String, ImageCheck> checks;

    KnownImages(int imagesMax) {
        this.checks = Caffeine.newBuilder().maximumSize(imagesMax).build();
    }

    /**
     * Remembers a check, unless a later one is known; the list of requests is left out. Carriers of
     * both are kept.
     */
    void learn(ImageCheck check) {
        ImageCheck slim = ImageCheck.newBuilder(check).setAttempts(List.of()).build();
        checks.asMap().merge(check.getImageId(), slim, KnownImages::merged);
    }

    /** What comes back from the topic does not make a check hold again that was let go. */
    private static ImageCheck merged(ImageCheck one, ImageCheck other) {
        boolean older = other.getCheckedAt().isBefore(one.getCheckedAt());
        boolean same = other.getCheckedAt().equals(one.getCheckedAt());
        boolean lapsed = same && one.getExpiresAt().isBefore(other.getExpiresAt());
        return ImageCheck.newBuilder(older || lapsed ? one : other)
                .setCarriers(Carriers.joined(one.getCarriers(), other.getCarriers()))
                .build();
    }

    /** Adds to who carries an image; the last check with them, if there is one and it is news. */
    Optional<ImageCheck> carry(String imageId, ImageCarrier carrier) {
        Optional<ImageCheck> before = last(imageId);
        if (before.isEmpty() || Carriers.contain(before.get().getCarriers(), carrier)) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                checks.asMap()
                        .computeIfPresent(
                                imageId,
                                (_, check) ->
                                        ImageCheck.newBuilder(check)
                                                .setCarriers(
                                                        Carriers.joined(
                                                                check.getCarriers(),
                                                                List.of(carrier)))
                                                .build()));
    }

    /** The last check, however old. */
    Optional<ImageCheck> last(String imageId) {
        return Optional.ofNullable(checks.getIfPresent(imageId));
    }

    /** The last check, if it still holds. */
    Optional<ImageCheck> holding(String imageId, Instant now) {
        return last(imageId).filter(check -> check.getExpiresAt().isAfter(now));
    }

    /** These no longer hold. */
    void expire(Collection<String> imageIds, Instant now) {
        imageIds.forEach(imageId ->
                checks.asMap()
                        .computeIfPresent(
                                imageId,
                                (_, check) ->
                                        ImageCheck.newBuilder(check).setExpiresAt(now).build()));
    }

    /** Some of those that no longer hold, at most so many. */
    List<ImageCheck> due(Instant now, int countMax, Predicate<ImageCheck> which) {
        return checks.asMap().values().stream()
                .filter(check -> !check.getExpiresAt().isAfter(now))
                .filter(which)
                .limit(countMax)
                .toList();
    }
}
