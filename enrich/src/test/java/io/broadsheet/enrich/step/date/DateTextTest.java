package io.broadsheet.enrich.step.date;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Optional;

/** Dates as feeds and pages write them. */
class DateTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 05 Jun 2023 08:17:00 GMT|2023-06-05T08:17:00Z",
                "Sun, 05 Jun 2023 08:17:00 GMT|2023-06-05T08:17:00Z",
                "mON, 5 jUN 23 8:17 +0000|2023-06-05T08:17:00Z",
                "Mon, 05 Jun 1996 08:17:00 EST|1996-06-05T13:17:00Z",
                "05 Jun 96 08:17 -0330|1996-06-05T11:47:00Z",
                "Mon, 05 Jun 2023 08:17:00 (a (nested) comment) +0800|2023-06-05T00:17:00Z",
                "Mon Jun  5 08:17:00 UTC 2023|2023-06-05T08:17:00Z",
                "Mon Jun 05 08:17:00 +0200 2023|2023-06-05T06:17:00Z",
                "2023-06-05T08:17:00Z|2023-06-05T08:17:00Z",
                "2023-06-05T08:17:00.123456+08:00|2023-06-05T00:17:00.123Z",
                "2023-06-05 08:17:00 -0700|2023-06-05T15:17:00Z",
                "20230605T081700Z|2023-06-05T08:17:00Z",
                "2023年6月5日 08:17|2023-06-05T08:17:00Z",
                "2023年06月05日08时17分|2023-06-05T08:17:00Z",
                "2023年6月5日（月）下午8:17|2023-06-05T20:17:00Z",
                "2023. 6. 5. 오후 8:17|2023-06-05T20:17:00Z",
                "5 juin 2023 à 08:17|2023-06-05T08:17:00Z",
                "5. Juni 2023, 08:17 Uhr|2023-06-05T08:17:00Z",
                "5 июня 2023 г. в 08:17|2023-06-05T08:17:00Z",
                "June 5th, 2023 at 8:17 p.m.|2023-06-05T20:17:00Z",
                "05.06.2023 08:17|2023-06-05T08:17:00Z",
                "25/06/2023|2023-06-25T00:00:00Z",
                "06/25/2023|2023-06-25T00:00:00Z",
                "June 5, 2023 12:05 am|2023-06-05T00:05:00Z",
                "Mon, 05 Jun 2023 23:59:60 GMT|2023-06-05T23:59:59Z",
            })
    void aDateIsReadAsItWasMeant(String written, String instant) {
        assertThat(DateText.read(written).map(date -> date.instant().toString())).contains(instant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023|2023-01-01|YEAR",
                "2023-06|2023-06-01|MONTH",
                "June 2023|2023-06-01|MONTH",
                "-03-12|2003-12-01|MONTH",
                "2023-156|2023-06-05|WRITTEN",
                "2023W231|2023-06-05|WRITTEN",
                "230605|2023-06-05|WRITTEN",
                "20230605081700|2023-06-05|WRITTEN",
                "1685953020|2023-06-05|WRITTEN",
                "令和5年6月5日|2023-06-05|WRITTEN",
                "民國112年6月5日|2023-06-05|WRITTEN",
                "二〇二三年六月五日|2023-06-05|WRITTEN",
                "٥ يونيو ٢٠٢٣|2023-06-05|WRITTEN",
                "५ जून २०२३|2023-06-05|WRITTEN",
                "5 มิถุนายน 2566|2023-06-05|WRITTEN",
                "Thứ Hai, 5 tháng 6, 2023|2023-06-05|WRITTEN",
                "5 haziran 2023 pazartesi|2023-06-05|WRITTEN",
                "poniedziałek, 5 czerwca 2023|2023-06-05|WRITTEN",
                "2023. június 5.|2023-06-05|WRITTEN",
                "5 aout 2023|2023-08-05|WRITTEN",
            })
    void aDayIsReadInManyScriptsAndForms(String written, String day, DayBasis basis) {
        assertThat(DateText.read(written))
                .map(date -> date.date() + " " + date.basis())
                .contains(day + " " + basis);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 hours ago|2023-06-05T06:17:00Z",
                "il y a 3 jours|2023-06-02T00:00:00Z",
                "vor einer Stunde|2023-06-05T07:17:00Z",
                "5 минут назад|2023-06-05T08:12:00Z",
                "3小时前|2023-06-05T05:17:00Z",
                "2시간 전|2023-06-05T06:17:00Z",
                "yesterday at 17:15|2023-06-04T17:15:00Z",
                "gestern|2023-06-04T00:00:00Z",
                "昨天 17:15|2023-06-04T17:15:00Z",
                "10 December|2022-12-10T00:00:00Z",
                "29 February|2020-02-29T00:00:00Z",
                "Friday 9 am|2023-06-02T09:00:00Z",
            })
    void whatIsRelativeIsReadAgainstTheTimeOfItsRetrieval(String written, String instant) {
        var retrieved = Optional.of(Instant.parse("2023-06-05T08:17:00Z"));

        assertThat(DateText.read(written, retrieved))
                .map(date -> date.instant() + " " + date.basis())
                .contains(instant + " " + DayBasis.REFERENCE);
        assertThat(DateText.read(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "03/04/2022",
                "2022-02-30",
                "2022-13-01",
                "31 Jun 2022",
                "300000-01-01",
                "Sun, 16 Dec zz 11:47:32 GMT",
                "2022-01-01T25:00:00Z",
                "2022-01-01T10:00:00+99:00",
                "2022-01-01T10:00:00+00:xx",
                "5 June",
                "12:30",
                "22013",
                "10-11-12",
                "yesterday",
                "2 hours ago",
                "1 2 3 4 5 June 2022",
                "Mon, 05 Jun 2023 08:17:00 GMT and much more of the same, until it is too long to be "
                        + "the date of anything that ever was published",
            })
    void whatIsNoDateIsNotGuessed(String written) {
        assertThat(DateText.read(written)).isEmpty();
    }
}
