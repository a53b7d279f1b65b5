package io.broadsheet.enrich.step.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads dates as feeds and pages write them: RFC 822, 1123 and 5322 with their usual faults, ISO
 * 8601 and W3CDTF, asctime, names of months in many languages, Chinese, Japanese and Korean forms.
 * A wrong weekday is tolerated, because it is the one part that nothing depends on. The order of
 * day and month is never guessed: 03/04/2022 is no date to us. An unknown word, a missing part or
 * an impossible day make it no date either. Never throws.
 */
public final class DateText {

    private static final int CHARS_MAX = 120;
    private static final int YEAR_MAX = 9999;
    private static final int CENTURY_PIVOT = 50;
    private static final int NOON = 12;
    private static final String DATE_SIGNS = "-/.";
    private static final String IGNORED_SIGNS = ",.;-/|@'[]\u3000،";

    private final List<DateToken> tokens;
    private final List<DateToken> loose = new ArrayList<>();
    private int at;
    private OptionalInt year = OptionalInt.empty();
    private OptionalInt month = OptionalInt.empty();
    private OptionalInt day = OptionalInt.empty();
    private Optional<LocalTime> time = Optional.empty();
    private Optional<ZoneOffset> offset = Optional.empty();
    private Optional<Boolean> afternoon = Optional.empty();

    private DateText(List<DateToken> tokens) {
        this.tokens = tokens;
    }

    /** The date that a text says, if it is one. */
    public static Optional<WrittenDate> read(String written) {
        if (written.length() > CHARS_MAX) {
            return Optional.empty();
        }
        try {
            var reader = new DateText(DateToken.of(written));
            return reader.readAll() ? reader.result() : Optional.empty();
        } catch (DateTimeException e) {
            // A thirteenth month, a thirtieth of February, an offset of 99 hours.
            return Optional.empty();
        }
    }

    private boolean readAll() {
        while (at < tokens.size()) {
            if (!readNext()) {
                return false;
            }
        }
        return true;
    }

    private boolean readNext() {
        return switch (peek(0).kind()) {
            case NUMBER ->
                    readTime() || readCompact() || readYearFirst() || readYearLast() || keep();
            case WORD -> readWord();
            case SIGN -> readOffset() || IGNORED_SIGNS.contains(take().text());
            case END -> false;
        };
    }

    private DateToken peek(int ahead) {
        int index = at + ahead;
        return index < tokens.size() ? tokens.get(index) : DateToken.END;
    }

    private DateToken take() {
        return tokens.get(at++);
    }

    /** 9:42, 09:42:07.5, 9时42分, 9시 42분. */
    private boolean readTime() {
        boolean clock = peek(1).is(":") && peek(2).isNumber(1, 2);
        boolean spelled = "时時点點시".contains(peek(1).text()) && !peek(1).equals(DateToken.END);
        if (time.isPresent() || !peek(0).isNumber(1, 2) || (!clock && !spelled)) {
            return false;
        }
        int hour = take().value();
        at++;
        int minute = peek(0).isNumber(1, 2) ? take().value() : 0;
        int second = readSecond();
        int nano = readFraction();
        time = Optional.of(LocalTime.of(hour % 24, minute, Math.min(second, 59), nano));
        return hour < 24;
    }

    private int readSecond() {
        boolean follows = peek(0).is(":") || peek(0).is("分") || peek(0).is("분");
        if (!follows || !peek(1).isNumber(1, 2)) {
            return 0;
        }
        at++;
        return take().value();
    }

    private int readFraction() {
        boolean follows = (peek(0).is(".") || peek(0).is(",")) && peek(1).isNumber(1, 9);
        if (!follows || (peek(1).isNumber(4, 4) && peek(0).is(","))) {
            return 0;
        }
        at++;
        return Integer.parseInt((take().text() + "00000000").substring(0, 9));
    }

    /** 20220313, alone or before a T and the time without colons. */
    private boolean readCompact() {
        if (!peek(0).isNumber(8, 8) || year.isPresent()) {
            return false;
        }
        int digits = take().value();
        setDate(digits / 10_000, digits / 100 % 100, digits % 100);
        if (peek(0).is("t") && peek(1).isNumber(6, 6)) {
            at++;
            int clock = take().value();
            time = Optional.of(LocalTime.of(clock / 10_000, clock / 100 % 100, clock % 100));
        }
        return true;
    }

    /** 2022-03-13, 2022/3/13, 2022年3月13日, 2022-mar-13. */
    private boolean readYearFirst() {
        String separator = peek(1).text();
        boolean separated = DATE_SIGNS.contains(separator) || "年년".contains(separator);
        if (!peek(0).isNumber(4, 4) || !separated || peek(1).equals(DateToken.END)) {
            return false;
        }
        Optional<Integer> named = DateWords.month(peek(2).text());
        boolean dayFollows = peek(4).isNumber(1, 2) && !peek(5).is(":");
        if (year.isPresent() || !dayFollows || (!peek(2).isNumber(1, 2) && named.isEmpty())) {
            return false;
        }
        setDate(peek(0).value(), named.orElseGet(() -> peek(2).value()), peek(4).value());
        at += 5;
        return true;
    }

    /** 13.3.2022, which is never the third of the thirteenth, and 13/3/2022, which cannot be. */
    private boolean readYearLast() {
        if (year.isPresent() || !looksYearLast()) {
            return false;
        }
        int first = peek(0).value();
        int second = peek(2).value();
        if (peek(1).is(".") || first > NOON) {
            setDate(peek(4).value(), second, first);
        } else if (second > NOON || first == second) {
            setDate(peek(4).value(), first, second);
        } else {
            return false;
        }
        at += 5;
        return true;
    }

    private boolean looksYearLast() {
        return peek(0).isNumber(1, 2)
                && DATE_SIGNS.contains(peek(1).text())
                && peek(2).isNumber(1, 2)
                && peek(3).equals(peek(1))
                && peek(4).isNumber(4, 4);
    }

    private boolean keep() {
        loose.add(take());
        return true;
    }

    private void setDate(int y, int m, int d) {
        year = OptionalInt.of(y);
        month = OptionalInt.of(m);
        day = OptionalInt.of(d);
    }

    private boolean readWord() {
        String word = take().text();
        Optional<Integer> named = DateWords.month(word);
        if (named.isPresent() && month.isEmpty()) {
            month = OptionalInt.of(named.get());
            return true;
        }
        Optional<Boolean> half = halfOfDay(word);
        if (half.isPresent()) {
            afternoon = half;
            return true;
        }
        return DateWords.isIgnored(word) || readZone(word);
    }

    private Optional<Boolean> halfOfDay(String word) {
        return switch (word) {
            case "am", "上", "早", "凌" -> Optional.of(false);
            case "pm", "下", "晚" -> Optional.of(true);
            case "오" -> Optional.of(peek(0).is("후"));
            case "a", "p" -> dottedHalf(word);
            default -> Optional.empty();
        };
    }

    private Optional<Boolean> dottedHalf(String word) {
        if (!peek(0).is(".") || !peek(1).is("m")) {
            return Optional.empty();
        }
        at += 2;
        return Optional.of(word.equals("p"));
    }

    /** A zone by name; one that we do not know leaves the date without a zone. */
    private boolean readZone(String word) {
        if (time.isEmpty()) {
            return false;
        }
        Optional<ZoneOffset> known = ZoneWords.offset(word);
        if (known.isPresent() && offset.isEmpty()) {
            offset = known;
        }
        return known.isPresent() || ZoneWords.looksLikeZone(word);
    }

    /** +0800, +08:00, +8. */
    private boolean readOffset() {
        boolean signed = "+-−".contains(peek(0).text());
        if (!signed || time.isEmpty() || !peek(1).isNumber(1, 4)) {
            return false;
        }
        int sign = take().is("+") ? 1 : -1;
        DateToken digits = take();
        boolean joined = digits.isNumber(3, 4);
        int hours = joined ? digits.value() / 100 : digits.value();
        int minutes = joined ? digits.value() % 100 : readOffsetMinutes();
        offset = Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
        return true;
    }

    /** What is behind a colon must be two digits; else it is no offset that exists. */
    private int readOffsetMinutes() {
        if (!peek(0).is(":")) {
            return 0;
        }
        at++;
        return peek(0).isNumber(2, 2) ? take().value() : Integer.MAX_VALUE;
    }

    private Optional<WrittenDate> result() {
        placeLooseNumbers();
        if (year.isEmpty() || month.isEmpty() || day.isEmpty() || year.getAsInt() > YEAR_MAX) {
            return Optional.empty();
        }
        var date = LocalDate.of(year.getAsInt(), month.getAsInt(), day.getAsInt());
        return Optional.of(new WrittenDate(date, time.map(this::onFullClock), offset));
    }

    /** With the month by name, the other two numbers are the day and then the year. */
    private void placeLooseNumbers() {
        if (loose.isEmpty()) {
            return;
        }
        if (loose.size() != 2 || year.isPresent()) {
            year = OptionalInt.empty();
            return;
        }
        boolean yearFirst = loose.getFirst().isNumber(4, 4);
        DateToken yearToken = yearFirst ? loose.getFirst() : loose.getLast();
        DateToken dayToken = yearFirst ? loose.getLast() : loose.getFirst();
        year = OptionalInt.of(fullYear(yearToken));
        day = OptionalInt.of(dayToken.value());
    }

    /** RFC 5322, 4.3: two digits are of 1950 to 2049, three count from 1900. */
    private static int fullYear(DateToken token) {
        return switch (token.text().length()) {
            case 2 -> token.value() + (token.value() < CENTURY_PIVOT ? 2000 : 1900);
            case 3 -> token.value() + 1900;
            case 4 -> token.value();
            default -> Integer.MAX_VALUE;
        };
    }

    private LocalTime onFullClock(LocalTime written) {
        if (afternoon.isEmpty() || written.getHour() > NOON) {
            return written;
        }
        int hour = written.getHour() % NOON + (afternoon.get() ? NOON : 0);
        return written.withHour(hour);
    }
}
