package io.broadsheet.enrich.step.date;

import io.broadsheet.state.v1.OffsetSign;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The constant error of a source's declared dates, a whole number of quarter hours, as enough of
 * its articles show it.
 *
 * @param error declared minus true
 * @param articles how many of the remembered ones show it
 */
public record LearnedOffset(Duration error, int articles) {

    private static final int QUARTER = Math.toIntExact(Duration.ofMinutes(15).toSeconds());
    private static final int HOUR = 4 * QUARTER;
    private static final int QUARTERS_MAX = 14 * 4;
    private static final int POINTS_OF_ARTICLE = 2;

    /** One article may contradict for each eight that agree. */
    private static final int AGREEING_FOR_EACH_OTHER = 8;

    /** An error that is tried, and how the signs speak about it. */
    private record Trial(int seconds, int agreeing, int against, int hints, long distance) {

        static Trial of(int seconds, List<OffsetSign> signs) {
            int agreeing = 0;
            int against = 0;
            int hints = 0;
            long distance = 0;
            for (OffsetSign sign : signs) {
                boolean allowed = OffsetSigns.allow(sign, seconds);
                against += allowed ? 0 : sign.getPoints();
                agreeing += allowed && refutesNone(sign) ? sign.getPoints() : 0;
                hints += sign.getHint() != null && sign.getHint() == seconds ? 1 : 0;
                distance += Math.abs((long) seconds - sign.getNearest());
            }
            return new Trial(seconds, agreeing, against, hints, distance);
        }

        boolean holds(int pointsMin) {
            return agreeing >= pointsMin && against * AGREEING_FOR_EACH_OTHER <= agreeing;
        }

        boolean wholeHours() {
            return seconds % HOUR == 0;
        }
    }

    /** Zones of whole hours are the most; what is nearer to the evidence is likelier. */
    private static final Comparator<Trial> LIKELIEST =
            Comparator.comparingInt(Trial::agreeing)
                    .thenComparingInt(Trial::hints)
                    .thenComparing(Trial::wholeHours)
                    .thenComparing(Comparator.comparingLong(Trial::distance).reversed());

    /**
     * What the signs of a source's latest articles show.
     *
     * @param agreeMin how many articles must agree; those that only their retrieval speaks about
     *     count half; 0 learns nothing
     */
    public static Optional<LearnedOffset> of(List<OffsetSign> signs, int agreeMin) {
        int pointsMin = agreeMin * POINTS_OF_ARTICLE;
        int refuting =
                signs.stream()
                        .filter(LearnedOffset::refutesNone)
                        .mapToInt(OffsetSign::getPoints)
                        .sum();
        if (agreeMin == 0 || refuting < pointsMin) {
            return Optional.empty();
        }
        return IntStream.rangeClosed(-QUARTERS_MAX, QUARTERS_MAX)
                .filter(quarters -> quarters != 0)
                .mapToObj(quarters -> Trial.of(quarters * QUARTER, signs))
                .filter(trial -> trial.holds(pointsMin))
                .max(LIKELIEST)
                .map(trial -> learned(trial, signs));
    }

    private static LearnedOffset learned(Trial trial, List<OffsetSign> signs) {
        long articles =
                signs.stream()
                        .filter(sign -> OffsetSigns.allow(sign, trial.seconds()))
                        .filter(LearnedOffset::refutesNone)
                        .count();
        return new LearnedOffset(Duration.ofSeconds(trial.seconds()), Math.toIntExact(articles));
    }

    /** Whether a sign says that there must be an error. */
    private static boolean refutesNone(OffsetSign sign) {
        return !OffsetSigns.allow(sign, 0);
    }

    /** Whether a sign allows this error. */
    boolean isAllowedBy(OffsetSign sign) {
        return OffsetSigns.allow(sign, error.toSeconds());
    }

    /** What is to be added to a declared date. */
    Duration correction() {
        return error.negated();
    }
}
