package io.broadsheet.enrich.image.service;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageVerdict;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Counts under how many URLs of one host the same bytes come: five different pictures that are one
 * are none (CONTRACT section 5). Safe for any number of threads.
 */
final class Placeholders {

    /** So many URLs make a picture a placeholder. */
    static final int URLS_MIN = 5;

    private static final int PICTURES_MAX = 100_000;

    private final Cache<String, Set<String>> images =
            Caffeine.newBuilder().maximumSize(PICTURES_MAX).build();
    private final HostStates hosts;

    /**
     * @param hosts remember what was found out
     */
    Placeholders(HostStates hosts) {
        this.hosts = hosts;
    }

    /**
     * Counts a check, if all bytes of its image were read.
     *
     * @return the ids of all images with these bytes on this host, as far as they are counted; none
     *     if there are not enough
     */
    Set<String> count(ImageCheck check) {
        String digest = check.getContentDigest();
        if (digest == null || !isPicture(check)) {
            return Set.of();
        }
        String site = CheckDesk.site(check);
        Set<String> same =
                images.asMap()
                        .merge(
                                site + " " + digest,
                                Set.of(check.getImageId()),
                                Placeholders::joined);
        if (same.size() >= URLS_MIN) {
            hosts.addPlaceholder(site, digest, check.getCheckedAt());
        }
        return hosts.isPlaceholder(site, digest) ? same : Set.of();
    }

    private static Set<String> joined(Set<String> some, Set<String> more) {
        if (some.size() >= URLS_MIN || some.containsAll(more)) {
            return some;
        }
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }

    private static boolean isPicture(ImageCheck check) {
        return switch (check.getOutcome()) {
            case USABLE, USABLE_CONDITIONALLY -> true;
            case UNUSABLE -> isPlaceholder(check);
            case INCONCLUSIVE, REFUSED, UNCHECKED, UNKNOWN -> false;
        };
    }

    private static boolean isPlaceholder(ImageCheck check) {
        return check.getVerdict() == ImageVerdict.PLACEHOLDER;
    }
}
