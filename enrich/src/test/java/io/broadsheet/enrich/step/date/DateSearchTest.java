package io.broadsheet.enrich.step.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.DateCertainty;
import io.broadsheet.v1.DateEvidence;
import io.broadsheet.v1.QualityFlag;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the date of an article is found that does not declare one. */
class DateSearchTest {

    static {
        ContractClasses.trust();
    }

    private static final Instant SEEN = Instant.parse("2024-06-01T00:00:00Z");
    private static final Optional<String> ADDRESS =
            Optional.of("https://gull.example/2024/05/03/late-ferry.html");

    private static Dates dates(String declared, List<String> shown, Optional<String> address) {
        Optional<String> published = Optional.of(declared).filter(date -> !date.isEmpty());
        return DateSearch.read(
                DateInput.of(published, address.stream().toList(), SEEN), Map.of(), shown, address);
    }

    private static List<String> codes(Dates dates) {
        return dates.flags().stream().map(QualityFlag::getCode).toList();
    }

    @Test
    void whatIsDeclaredIsTaken() {
        Dates dates = dates("2024-05-05T10:00:00Z", List.of("2024-05-04"), ADDRESS);

        assertThat(dates.published()).contains(Instant.parse("2024-05-05T10:00:00Z"));
        assertThat(codes(dates)).isEmpty();
    }

    @Test
    void whatIsShownIsTakenIfNothingIsDeclared() {
        Dates dates = dates("", List.of("soon", "4 May 2024"), ADDRESS);

        assertThat(dates.published()).contains(Instant.parse("2024-05-04T00:00:00Z"));
        assertThat(dates.certainty()).isEqualTo(DateCertainty.DATE_ONLY);
        assertThat(codes(dates)).containsExactly("DATE_EXTRACTED");
    }

    @Test
    void whatIsShownIsTakenIfTheDeclaredDateCannotBeRead() {
        Dates dates = dates("10:52", List.of("4 May 2024"), ADDRESS);

        assertThat(dates.published()).contains(Instant.parse("2024-05-04T00:00:00Z"));
        assertThat(codes(dates)).containsExactly("DATE_INVALID", "DATE_EXTRACTED");
        assertThat(dates.evidence()).extracting(DateEvidence::getValue).contains("10:52");
    }

    @Test
    void theDayInTheAddressIsTheLastThatIsAsked() {
        Dates dates = dates("", List.of(), ADDRESS);

        assertThat(dates.published()).contains(Instant.parse("2024-05-03T00:00:00Z"));
        assertThat(dates.certainty()).isEqualTo(DateCertainty.DATE_ONLY);
        assertThat(codes(dates)).containsExactly("DATE_INFERRED");
        assertThat(dates.evidence())
                .filteredOn(e -> e.getField().equals("url.day"))
                .extracting(DateEvidence::getInterpretedAs)
                .containsExactly(Instant.parse("2024-05-03T00:00:00Z"));
    }

    @Test
    void aDayThatIsNotYetIsNoDayOfPublication() {
        Dates dates = dates("", List.of(), Optional.of("https://gull.example/2024/12/24/ferry"));

        assertThat(dates.published()).isEmpty();
        assertThat(codes(dates)).containsExactly("DATE_MISSING");
    }

    @Test
    void aMonthInTheAddressIsNoDay() {
        Dates dates = dates("", List.of(), Optional.of("https://gull.example/2024/05/ferry"));

        assertThat(dates.published()).isEmpty();
    }

    @Test
    void aMarkedTimeOfTheSameDayAddsTimeAndZone() {
        Dates dates = dates("2024-05-04", List.of("2024-05-04T10:15:00+02:00"), Optional.empty());

        assertThat(dates.published()).contains(Instant.parse("2024-05-04T08:15:00Z"));
        assertThat(dates.certainty()).isEqualTo(DateCertainty.EXPLICIT_OFFSET);
    }

    @Test
    void aMarkedTimeOfAnotherDayIsOfSomethingElse() {
        Dates dates = dates("2024-05-04", List.of("2024-05-09T10:15:00+02:00"), Optional.empty());

        assertThat(dates.published()).contains(Instant.parse("2024-05-04T00:00:00Z"));
        assertThat(codes(dates)).isEmpty();
    }

    @Test
    void aDateOfNothingInParticularYieldsToTheShownDay() {
        assertThat(vague(Map.of("date", CHANGED), "4 May 2024").published())
                .contains(Instant.parse("2024-05-04T00:00:00Z"));
        assertThat(vague(Map.of("dc.date", CHANGED), "9 May 2024").published())
                .contains(Instant.parse(CHANGED));
        assertThat(vague(Map.of("dc.date", CHANGED), "some day").published())
                .contains(Instant.parse(CHANGED));
    }

    @Test
    void aDateOfPublicationDoesNotYield() {
        Map<String, String> both = Map.of("date", CHANGED, "article:published_time", CHANGED);

        assertThat(vague(both, "4 May 2024").published()).contains(Instant.parse(CHANGED));
        assertThat(vague(Map.of(), "4 May 2024").published()).contains(Instant.parse(CHANGED));
    }

    private static final String CHANGED = "2024-05-09T10:15:00Z";

    private static Dates vague(Map<String, String> extensions, String shown) {
        return DateSearch.read(
                DateInput.of(Optional.of(CHANGED), List.of(), SEEN),
                extensions,
                List.of(shown),
                Optional.empty());
    }
}
