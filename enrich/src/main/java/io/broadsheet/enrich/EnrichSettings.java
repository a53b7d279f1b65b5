package io.broadsheet.enrich;

import io.broadsheet.enrich.step.language.Languages;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator may decide about enrichment.
 *
 * @param utcOffsetCorrections by sourceId, what is added to the declared instants of a source that
 *     is known to name the wrong zone: -8 h for one that writes Beijing time and calls it GMT
 * @param imagesCheckedMax how many distinct images of one article are checked; the others are kept
 *     unchecked
 * @param languages that a text may be found to be in
 */
public record EnrichSettings(
        Map<String, Duration> utcOffsetCorrections, int imagesCheckedMax, Languages languages) {

    private static final int IMAGES_CHECKED_MAX_DEFAULT = 20;

    /** Refuses an impossible bound and keeps its own copy of the map. */
    public EnrichSettings {
        if (imagesCheckedMax < 0) {
            throw new IllegalArgumentException("imagesCheckedMax must not be negative");
        }
        utcOffsetCorrections = Map.copyOf(utcOffsetCorrections);
    }

    /** No corrections, 20 images, all languages. */
    public static EnrichSettings defaults() {
        return new EnrichSettings(Map.of(), IMAGES_CHECKED_MAX_DEFAULT, Languages.all());
    }

    /** The correction for a source, if one is configured. */
    public Optional<Duration> correctionFor(String sourceId) {
        return Optional.ofNullable(utcOffsetCorrections.get(sourceId));
    }
}
