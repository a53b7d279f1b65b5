package io.broadsheet.enrich.step.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.DateCertainty;
import io.broadsheet.v1.DateEvidence;
import io.broadsheet.v1.QualityFlag;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is made of a date and of what speaks against it. */
class DateStepTest {

    private static final Instant SEEN = Instant.parse("2024-05-01T00:00:00Z");
    private static final String UPLOAD =
            "https://img.example.cn/n/2023/06/05/20230605081520123.jpg";

    @Test
    void aWallClockThatIsCalledGmtIsKeptAndDoubted() {
        Dates dates = read("Mon, 05 Jun 2023 08:17:00 GMT", UPLOAD);

        assertThat(dates.published()).contains(Instant.parse("2023-06-05T08:17:00Z"));
        assertThat(dates.certainty()).isEqualTo(DateCertainty.EXPLICIT_OFFSET);
        assertThat(codes(dates)).containsExactly("DATE_TZ_SUSPECT");
        assertThat(dates.evidence())
                .extracting(DateEvidence::getValue)
                .containsExactly(
                        "Mon, 05 Jun 2023 08:17:00 GMT", "cn", "20230605081520123", "2023/06/05");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 05 Jun 2023 00:17:00 GMT|https://img.example.cn/n/20230605081520.jpg",
                "Mon, 05 Jun 2023 08:17:00 +0800|https://img.example.cn/n/20230605081520.jpg",
                "Mon, 05 Jun 2023 18:17:00 GMT|https://img.example.cn/n/20230605081520.jpg",
                "Mon, 05 Jun 2023 08:17:00 GMT|https://img.example.com/n/20230605081520.jpg",
                "Mon, 05 Jun 2023 08:17:00 GMT|https://img.example.cn/n/20239905081520.jpg",
                "Mon, 05 Jun 2023 08:17:00 GMT|https://img.example.cn/2023/06/05/x.jpg",
            })
    void aDateThatNothingContradictsIsNotDoubted(String declared, String url) {
        assertThat(read(declared, url).flags()).isEmpty();
    }

    @Test
    void aConfiguredCorrectionYieldsTheCorrectedInstant() {
        Dates dates =
                DateStep.read(
                        input(
                                "Mon, 05 Jun 2023 08:17:00 GMT",
                                false,
                                Optional.of(Duration.ofHours(-8))));

        assertThat(dates.published()).contains(Instant.parse("2023-06-05T00:17:00Z"));
        assertThat(dates.certainty()).isEqualTo(DateCertainty.CORRECTED_OFFSET);
        assertThat(dates.evidence())
                .extracting(DateEvidence::getInterpretedAs)
                .contains(Instant.parse("2023-06-05T08:17:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-06-05|DATE_ONLY|2023-06-05T00:00:00Z|",
                "2023-06-05 08:17:00|ASSUMED_OFFSET|2023-06-05T08:17:00Z|DATE_ZONE_MISSING",
                "2039-01-01T00:00:00Z|FIRST_SEEN_ONLY|2024-05-01T00:00:00Z|DATE_FUTURE",
                "2024-05-01T23:00:00Z|EXPLICIT_OFFSET|2024-05-01T23:00:00Z|",
                "once upon a time|UNKNOWN||DATE_INVALID",
                "1970-01-01T00:00:00Z|UNKNOWN||DATE_INVALID",
                "' '|UNKNOWN||DATE_MISSING",
            })
    void certaintySaysWhatIsKnown(
            String declared, DateCertainty certainty, String instant, String code) {
        Dates dates = read(declared);

        assertThat(dates.certainty()).isEqualTo(certainty);
        assertThat(dates.published().map(Instant::toString))
                .isEqualTo(Optional.ofNullable(instant));
        assertThat(codes(dates)).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void theTimeOfACollectorsRunIsNoDate() {
        Dates dates = DateStep.read(input("2023-06-05 08:17:00", true, Optional.empty()));

        assertThat(dates.published()).isEmpty();
        assertThat(codes(dates)).containsExactly("DATE_MISSING");
        assertThat(dates.evidence()).hasSize(1);
    }

    @Test
    void theDateOfChangeIsReadTheSameWay() {
        var input =
                new DateInput(
                        Optional.empty(),
                        Optional.of("2023-06-06T00:00:00Z"),
                        false,
                        List.of(),
                        SEEN,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        assertThat(DateStep.read(input).modified()).contains(Instant.parse("2023-06-06T00:00:00Z"));
    }

    @Test
    void aLearnedErrorIsCorrectedAndNamed() {
        Dates dates = learned("Mon, 05 Jun 2023 08:17:00 GMT");

        assertThat(dates.published()).contains(Instant.parse("2023-06-05T00:17:00Z"));
        assertThat(dates.certainty()).isEqualTo(DateCertainty.CORRECTED_OFFSET);
        assertThat(dates.flags())
                .extracting(QualityFlag::getDetail)
                .containsExactly("corrected by PT-8H, as learned from 5 articles");
    }

    @Test
    void aLearnedErrorIsLeftOutWhereTheArticleItselfContradicts() {
        Dates dates =
                learned("Mon, 05 Jun 2023 08:17:00 GMT", "https://a.example.com/1685953000_1.jpg");

        assertThat(dates.published()).contains(Instant.parse("2023-06-05T08:17:00Z"));
        assertThat(dates.certainty()).isEqualTo(DateCertainty.EXPLICIT_OFFSET);
    }

    @Test
    void aDayIsOfNoClockAndNotCorrected() {
        assertThat(learned("2023-06-05").published())
                .contains(Instant.parse("2023-06-05T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023년 6월 5일 08:17:00||2023-06-04T23:17:00Z",
                "2023-06-05 08:17:00|https://www.example.jp/a|2023-06-04T23:17:00Z",
                "2023-06-05 08:17:00|https://www.example.com/a|2023-06-05T08:17:00Z",
                "2023-06-05 08:17:00|https://img.example.cn/n/20230605081520.jpg|2023-06-05T00:17:00Z",
            })
    void aTimeWithoutAZoneIsReadInTheOneThatIsLikely(String declared, String url, String instant) {
        Dates dates = url == null ? read(declared) : read(declared, url);

        assertThat(dates.published()).contains(Instant.parse(instant));
        assertThat(dates.certainty()).isEqualTo(DateCertainty.ASSUMED_OFFSET);
        assertThat(codes(dates)).containsExactly("DATE_ZONE_MISSING");
    }

    @ParameterizedTest
    @CsvSource({
        "2 hours ago,2024-04-30T22:00:00Z,ASSUMED_OFFSET",
        "yesterday,2024-04-30T00:00:00Z,DATE_ONLY"
    })
    void whatIsRelativeNeedsTheTimeOfItsRetrieval(
            String declared, String instant, DateCertainty certainty) {
        Dates dates = DateStep.read(retrieved(declared, Optional.of(SEEN)));

        assertThat(dates.published()).contains(Instant.parse(instant));
        assertThat(dates.certainty()).isEqualTo(certainty);
        assertThat(dates.evidence())
                .extracting(DateEvidence::getNote)
                .containsExactly("relative to its retrieval");
        assertThat(codes(DateStep.read(retrieved(declared, Optional.empty()))))
                .containsExactly("DATE_INVALID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00",
                "1969-12-31T16:00:00-08:00",
                "1900-01-01 00:00:00",
            })
    void theZeroOfAClockIsNoDate(String declared) {
        assertThat(codes(read(declared))).containsExactly("DATE_INVALID");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-06-05|2023-06-05T08:17:00+02:00|2023-06-05T06:17:00Z|EXPLICIT_OFFSET|",
                "2023-06-05 08:17|2023-06-05T08:17:00+02:00|2023-06-05T06:17:00Z|EXPLICIT_OFFSET|",
                "2023-06-05T08:17:00Z|2023-06-08T08:17:00Z|2023-06-05T08:17:00Z|EXPLICIT_OFFSET|DATE_CONFLICT",
                "2023-06-05T08:17:00Z|2023-06-05T08:17:00Z|2023-06-05T08:17:00Z|EXPLICIT_OFFSET|",
                "soon|2023-06-05T08:17:00Z|2023-06-05T08:17:00Z|EXPLICIT_OFFSET|DATE_INVALID",
            })
    void whatAPageDeclaresTwiceIsWeighed(
            String declared, String other, String instant, DateCertainty certainty, String code) {
        Dates dates =
                DateStep.read(
                        DateInput.of(Optional.of(declared), List.of(), SEEN),
                        Map.of("article:published_time", other));

        assertThat(dates.published()).contains(Instant.parse(instant));
        assertThat(dates.certainty()).isEqualTo(certainty);
        assertThat(codes(dates)).isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(dates.evidence())
                .extracting(DateEvidence::getField)
                .contains("article:published_time");
    }

    private static DateInput retrieved(String declared, Optional<Instant> retrievedAt) {
        return new DateInput(
                Optional.of(declared),
                Optional.empty(),
                false,
                List.of(),
                SEEN,
                retrievedAt,
                Optional.empty(),
                Optional.empty());
    }

    private static Dates learned(String declared, String... urls) {
        return DateStep.read(
                new DateInput(
                        Optional.of(declared),
                        Optional.empty(),
                        false,
                        List.of(urls),
                        SEEN,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new LearnedOffset(Duration.ofHours(8), 5))));
    }

    private static Dates read(String declared, String... urls) {
        return DateStep.read(DateInput.of(Optional.of(declared), List.of(urls), SEEN));
    }

    private static DateInput input(
            String declared, boolean runTime, Optional<Duration> correction) {
        return new DateInput(
                Optional.of(declared),
                Optional.empty(),
                runTime,
                List.of(),
                SEEN,
                Optional.empty(),
                correction,
                Optional.empty());
    }

    private static List<String> codes(Dates dates) {
        return dates.flags().stream().map(QualityFlag::getCode).toList();
    }
}
