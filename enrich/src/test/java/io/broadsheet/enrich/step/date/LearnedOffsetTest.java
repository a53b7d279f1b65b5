package io.broadsheet.enrich.step.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.state.v1.OffsetSign;
import io.broadsheet.v1.DateEvidence;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When a source's dates count as wrong by a constant, and by how much. */
class LearnedOffsetTest {

    private static final Instant DECLARED = Instant.parse("2023-06-05T08:17:00Z");
    private static final Duration EIGHT = Duration.ofHours(8);

    @Test
    void picturesOfMinutesBeforeShowTheErrorOfWholeHours() {
        List<OffsetSign> signs =
                Stream.of(2, 50, 7).map(m -> uploaded(EIGHT.plusMinutes(m))).toList();

        assertThat(LearnedOffset.of(signs, 3)).contains(new LearnedOffset(EIGHT, 3));
        assertThat(LearnedOffset.of(signs, 4)).isEmpty();
        assertThat(LearnedOffset.of(signs, 0)).isEmpty();
    }

    @Test
    void theCountryOfThePicturesTellsHalfHours() {
        Duration india = Duration.ofMinutes(330);
        List<OffsetSign> signs =
                Stream.of(31, 40, 55)
                        .map(m ->
                                OffsetSign.newBuilder(uploaded(india.plusMinutes(m)))
                                        .setHint(Math.toIntExact(india.toSeconds()))
                                        .build())
                        .toList();

        assertThat(LearnedOffset.of(signs, 3)).map(LearnedOffset::error).contains(india);
    }

    @Test
    void picturesOfTheSameHourShowNoError() {
        List<OffsetSign> signs =
                Stream.of(2, 50, 7).map(m -> uploaded(Duration.ofMinutes(m))).toList();

        assertThat(LearnedOffset.of(signs, 3)).isEmpty();
    }

    @Test
    void errorsThatDifferAreNoConstantOne() {
        List<OffsetSign> signs =
                IntStream.range(3, 9)
                        .mapToObj(h -> uploaded(Duration.ofHours(3L * h - 9)))
                        .toList();

        assertThat(LearnedOffset.of(signs, 3)).isEmpty();
    }

    @Test
    void oneOfManyMayContradictAndTwoOfFewUnlearn() {
        List<OffsetSign> many =
                Stream.concat(
                                IntStream.range(0, 8).mapToObj(i -> uploaded(EIGHT.plusMinutes(i))),
                                Stream.of(uploaded(Duration.ofMinutes(3))))
                        .toList();
        List<OffsetSign> few = many.subList(4, 9);

        assertThat(LearnedOffset.of(many, 3)).map(LearnedOffset::error).contains(EIGHT);
        assertThat(LearnedOffset.of(few, 3)).isEmpty();
    }

    @Test
    void datesAheadOfTheirRetrievalCountHalf() {
        List<OffsetSign> signs =
                IntStream.range(0, 6)
                        .mapToObj(i -> retrieved(EIGHT.minusMinutes(2L * i)).orElseThrow())
                        .toList();

        assertThat(LearnedOffset.of(signs, 3)).map(LearnedOffset::error).contains(EIGHT);
        assertThat(LearnedOffset.of(signs.subList(0, 5), 3)).isEmpty();
    }

    @Test
    void whatWasRetrievedLongAfterItsDateSaysNothing() {
        assertThat(retrieved(Duration.ofHours(-2))).isEmpty();
        assertThat(retrieved(Duration.ofHours(40))).isEmpty();
        assertThat(retrieved(Duration.ofMinutes(-20))).isPresent();
    }

    private static OffsetSign uploaded(Duration ahead) {
        return OffsetSigns.of(
                        List.of(
                                evidence(OffsetSigns.DECLARED, DECLARED),
                                evidence(OffsetSigns.PATH, DECLARED.minus(ahead))),
                        Optional.empty())
                .orElseThrow();
    }

    private static Optional<OffsetSign> retrieved(Duration ahead) {
        return OffsetSigns.of(
                List.of(evidence(OffsetSigns.DECLARED, DECLARED)),
                Optional.of(DECLARED.minus(ahead)));
    }

    private static DateEvidence evidence(String field, Instant at) {
        return DateEvidence.newBuilder().setField(field).setValue("x").setInterpretedAs(at).build();
    }
}
