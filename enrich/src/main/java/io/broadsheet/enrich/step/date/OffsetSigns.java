package io.broadsheet.enrich.step.date;

import io.broadsheet.state.v1.OffsetSign;
import io.broadsheet.v1.DateEvidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one article says about the error of its source's declared dates, declared minus true. It is
 * made of nothing but the evidence that consumers get, so that what was learned can be followed.
 *
 * <p>A picture is uploaded shortly before its article is published, so the error is at most what
 * the declared date is ahead of the upload, and hardly two hours less. An article is published
 * before it is retrieved, and one that a poll finds was hardly published more than an hour before.
 */
public final class OffsetSigns {

    /** The evidence of a date as its source declares it. */
    static final String DECLARED = "published";

    /** The evidence of a date that is told relative to its retrieval. */
    static final String RELATIVE = "published.relative";

    /** The evidence of a time in the path of a picture or of the article. */
    static final String PATH = "url.path";

    /** The evidence of the wall clock of the country whose domain a picture is under. */
    static final String COUNTRY = "url.host";

    /** No error of a zone is larger. */
    private static final long ERROR_MAX = Duration.ofHours(15).toSeconds();

    private static final long UPLOAD_BEFORE_MAX = Duration.ofHours(2).toSeconds();
    private static final long RETRIEVED_AFTER_MAX = Duration.ofHours(1).toSeconds();
    private static final long CLOCKS_APART_MAX = Duration.ofMinutes(5).toSeconds();
    private static final int PATH_POINTS = 2;

    private OffsetSigns() {}

    /**
     * The sign that an article gives, if it gives one.
     *
     * @param evidence all evidence of its date
     * @param retrievedAt when it was fetched from its source, if it was
     */
    public static Optional<OffsetSign> of(
            List<DateEvidence> evidence, Optional<Instant> retrievedAt) {
        Optional<Instant> declared = first(evidence, DECLARED);
        Optional<Long> upload =
                declared.flatMap(at -> latest(evidence).map(other -> ahead(at, other)))
                        .filter(OffsetSigns::isPossible);
        Optional<Long> retrieved =
                declared.flatMap(at -> retrievedAt.map(other -> ahead(at, other)))
                        .filter(error -> error > -RETRIEVED_AFTER_MAX && isPossible(error));
        return upload.isPresent()
                ? upload.map(error -> ofUpload(error, retrieved, hint(evidence, declared)))
                : retrieved.map(OffsetSigns::ofRetrieval);
    }

    /** Whether the sign allows an error. */
    static boolean allow(OffsetSign sign, long seconds) {
        return seconds >= sign.getEarliest() && seconds <= sign.getLatest();
    }

    private static OffsetSign ofUpload(long error, Optional<Long> retrieved, Optional<Long> hint) {
        long latest = error + CLOCKS_APART_MAX;
        long bound = retrieved.map(r -> r - CLOCKS_APART_MAX).orElse(-ERROR_MAX);
        long earliest = Math.min(latest, Math.max(error - UPLOAD_BEFORE_MAX, bound));
        return sign(earliest, latest, error)
                .setHint(hint.map(Math::toIntExact).orElse(null))
                .setPoints(PATH_POINTS)
                .build();
    }

    private static OffsetSign ofRetrieval(long error) {
        return sign(error - CLOCKS_APART_MAX, error + RETRIEVED_AFTER_MAX, error)
                .setPoints(1)
                .build();
    }

    private static OffsetSign.Builder sign(long earliest, long latest, long nearest) {
        return OffsetSign.newBuilder()
                .setEarliest(Math.toIntExact(earliest))
                .setLatest(Math.toIntExact(latest))
                .setNearest(Math.toIntExact(nearest));
    }

    private static Optional<Long> hint(List<DateEvidence> evidence, Optional<Instant> declared) {
        return declared.flatMap(at -> first(evidence, COUNTRY).map(other -> ahead(at, other)))
                .filter(OffsetSigns::isPossible);
    }

    private static boolean isPossible(long seconds) {
        return Math.abs(seconds) <= ERROR_MAX;
    }

    private static long ahead(Instant declared, Instant other) {
        return Duration.between(other, declared).toSeconds();
    }

    private static Optional<Instant> first(List<DateEvidence> evidence, String field) {
        return evidence.stream()
                .filter(e -> e.getField().equals(field))
                .map(DateEvidence::getInterpretedAs)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Optional<Instant> latest(List<DateEvidence> evidence) {
        return evidence.stream()
                .filter(e -> e.getField().equals(PATH))
                .map(DateEvidence::getInterpretedAs)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
