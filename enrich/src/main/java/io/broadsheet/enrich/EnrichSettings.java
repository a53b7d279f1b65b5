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
 * @param offsetAgreeMin how many articles of a source must agree until the error of its declared
 *     dates counts as known; 0 for never
 * @param keywordsExtractedMax how many keywords are taken from a text whose source names none; 0
 *     for none
 * @param clustering whether near-duplicates are looked for
 */
public record EnrichSettings(
        Map<String, Duration> utcOffsetCorrections,
        int imagesCheckedMax,
        Languages languages,
        int offsetAgreeMin,
        int keywordsExtractedMax,
        Clustering clustering) {

    private static final int OFFSET_AGREE_MIN_DEFAULT = 3;

    private static final int IMAGES_CHECKED_MAX_DEFAULT = 20;

    private static final int KEYWORDS_EXTRACTED_MAX_DEFAULT = 8;

    /** Refuses an impossible bound and keeps its own copy of the map. */
    public EnrichSettings {
        if (imagesCheckedMax < 0) {
            throw new IllegalArgumentException("imagesCheckedMax must not be negative");
        }
        if (offsetAgreeMin < 0) {
            throw new IllegalArgumentException("offsetAgreeMin must not be negative");
        }
        if (keywordsExtractedMax < 0) {
            throw new IllegalArgumentException("keywordsExtractedMax must not be negative");
        }
        utcOffsetCorrections = Map.copyOf(utcOffsetCorrections);
    }

    /** Corrections and a number of images; else as by default. */
    public EnrichSettings(Map<String, Duration> utcOffsetCorrections, int imagesCheckedMax) {
        this(
                utcOffsetCorrections,
                imagesCheckedMax,
                Languages.all(),
                OFFSET_AGREE_MIN_DEFAULT,
                KEYWORDS_EXTRACTED_MAX_DEFAULT,
                Clustering.defaults());
    }

    /** No corrections, 20 images, all languages, errors of dates from 3 articles, 8 keywords. */
    public static EnrichSettings defaults() {
        return new EnrichSettings(Map.of(), IMAGES_CHECKED_MAX_DEFAULT);
    }

    /** The correction for a source, if one is configured. */
    public Optional<Duration> correctionFor(String sourceId) {
        return Optional.ofNullable(utcOffsetCorrections.get(sourceId));
    }
}
