package io.broadsheet.enrich.step.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of ISO 8601 that say a day in another way than by year, month and day. */
final class IsoDate {

    private static final Pattern YEAR = Pattern.compile("(1[89]\\d\\d|2[01]\\d\\d)(?:-(\\d\\d))?");

    /** -03-12: the century is left out (ISO 8601:1988). */
    private static final Pattern SHORT_MONTH = Pattern.compile("-(\\d\\d)-?(\\d\\d)");

    /** 031231: likewise. */
    private static final Pattern SHORT_DAY = Pattern.compile("(\\d\\d)(\\d\\d)(\\d\\d)");

    private static final Pattern EPOCH = Pattern.compile("(1\\d{9})(\\d{3})?");
    private static final Pattern ORDINAL = Pattern.compile("(\\d{4})-?(\\d{3})(?=$|t)");
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-?w(\\d\\d)(?:-?([1-7]))?(?=$|t)");
    private static final Pattern ALL_DIGITS =
            Pattern.compile("((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)?");
    private static final int CENTURY_PIVOT = 50;
    private static final int YEAR_DIGITS = 4;

    private IsoDate() {}

    /** The date that a whole text of digits and hyphens says; its year or month may be all. */
    static Optional<WrittenDate> whole(String text) {
        return mayBe(text) && text.length() <= 13
                ? yearOrMonth(text)
                        .or(() -> shortMonth(text))
                        .or(() -> shortDay(text))
                        .or(() -> epoch(text))
                : Optional.empty();
    }

    /** The same text with an ordinal date, a week, or digits without signs written out. */
    static String spelledOut(String text) {
        if (!mayBe(text)) {
            return text;
        }
        Matcher ordinal = ORDINAL.matcher(text);
        if (ordinal.lookingAt()) {
            LocalDate day = LocalDate.ofYearDay(number(ordinal, 1), number(ordinal, 2));
            return day + text.substring(ordinal.end());
        }
        Matcher week = WEEK.matcher(text);
        if (week.lookingAt()) {
            return day(week) + text.substring(week.end());
        }
        Matcher digits = ALL_DIGITS.matcher(text);
        return digits.matches() ? digits.replaceFirst("$1-$2-$3 $4:$5") + second(digits) : text;
    }

    private static boolean mayBe(String text) {
        return text.length() >= YEAR_DIGITS
                && (Character.isDigit(text.charAt(0)) || text.charAt(0) == '-')
                && Character.isDigit(text.charAt(1));
    }

    private static Optional<WrittenDate> yearOrMonth(String text) {
        Matcher match = YEAR.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        boolean month = match.group(2) != null;
        LocalDate first = LocalDate.of(number(match, 1), month ? number(match, 2) : 1, 1);
        return Optional.of(only(first, month ? DayBasis.MONTH : DayBasis.YEAR));
    }

    private static Optional<WrittenDate> shortMonth(String text) {
        Matcher match = SHORT_MONTH.matcher(text);
        return match.matches()
                ? Optional.of(
                        only(
                                LocalDate.of(century(number(match, 1)), number(match, 2), 1),
                                DayBasis.MONTH))
                : Optional.empty();
    }

    private static Optional<WrittenDate> shortDay(String text) {
        Matcher match = SHORT_DAY.matcher(text);
        return match.matches()
                ? Optional.of(
                        only(
                                LocalDate.of(
                                        century(number(match, 1)),
                                        number(match, 2),
                                        number(match, 3)),
                                DayBasis.WRITTEN))
                : Optional.empty();
    }

    private static Optional<WrittenDate> epoch(String text) {
        Matcher match = EPOCH.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        long millis = match.group(2) == null ? 0 : number(match, 2);
        var at =
                Instant.ofEpochSecond(Long.parseLong(match.group(1)))
                        .plusMillis(millis)
                        .atOffset(ZoneOffset.UTC);
        return Optional.of(
                new WrittenDate(
                        at.toLocalDate(),
                        Optional.of(at.toLocalTime()),
                        Optional.of(ZoneOffset.UTC)));
    }

    private static LocalDate day(Matcher week) {
        int weekday = week.group(3) == null ? 1 : number(week, 3);
        return Year.of(number(week, 1))
                .atMonthDay(MonthDay.of(1, 4))
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(week, 2))
                .with(ChronoField.DAY_OF_WEEK, weekday);
    }

    private static String second(Matcher digits) {
        return digits.group(6) == null ? "" : ":" + digits.group(6);
    }

    private static WrittenDate only(LocalDate day, DayBasis basis) {
        return new WrittenDate(day, Optional.empty(), Optional.empty(), basis);
    }

    /** RFC 5322, 4.3: two digits are of 1950 to 2049. */
    static int century(int twoDigits) {
        return twoDigits + (twoDigits < CENTURY_PIVOT ? 2000 : 1900);
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
