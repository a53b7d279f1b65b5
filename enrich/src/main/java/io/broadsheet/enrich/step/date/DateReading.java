package io.broadsheet.enrich.step.date;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts the pieces of one written date together. */
final class DateReading {

    private static final int NOON = 12;
    private static final int NUMBERS_MAX = 2;
    private static final String DATE_SIGNS = "-/.";
    private static final String IGNORED_SIGNS = ",.;-/|@'[]\u3000،·•–—\"";

    private final List<DateToken> tokens;
    private final Optional<Instant> reference;
    private final List<DateToken> loose = new ArrayList<>();
    private int at;
    private OptionalInt year = OptionalInt.empty();
    private OptionalInt month = OptionalInt.empty();
    private OptionalInt day = OptionalInt.empty();
    private Optional<DayOfWeek> weekday = Optional.empty();
    private Optional<LocalDate> named = Optional.empty();
    private final DateClock clock;

    private DateReading(List<DateToken> tokens, Optional<Instant> reference) {
        this.tokens = tokens;
        this.reference = reference;
        this.clock = new DateClock();
    }

    /**
     * The date that a text in one spelling says, if it is one.
     *
     * @throws java.time.DateTimeException if it names a day, a time or an offset that is none
     */
    static Optional<WrittenDate> read(String text, Optional<Instant> reference) {
        var reading = new DateReading(DateToken.of(text), reference);
        return reading.readAll() ? reading.result() : Optional.empty();
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
        int before = at;
        at = clock.read(tokens, at, hasDay());
        if (at > before) {
            return true;
        }
        return switch (peek(0).kind()) {
            case NUMBER ->
                    readCompact() || readYearFirst() || readYearLast() || readMonthDay() || keep();
            case WORD -> readWord();
            case SIGN -> IGNORED_SIGNS.contains(take().text());
            case END -> false;
        };
    }

    private boolean hasDay() {
        return day.isPresent() || named.isPresent() || loose.size() == NUMBERS_MAX;
    }

    private DateToken peek(int ahead) {
        return DateToken.at(tokens, at + ahead);
    }

    private DateToken take() {
        return tokens.get(at++);
    }

    /** 20220313, alone or before a T and a time. */
    private boolean readCompact() {
        if (!peek(0).isNumber(8, 8) || year.isPresent()) {
            return false;
        }
        int digits = take().value();
        setDate(digits / 10_000, digits / 100 % 100, digits % 100);
        return true;
    }

    /** 2022-03-13, 2022/3/13, 2022年3月13日, 2022-mar-13. */
    private boolean readYearFirst() {
        if (!peek(0).isNumber(4, 4) || !separates(peek(1)) || year.isPresent()) {
            return false;
        }
        Optional<Integer> name = month(peek(2).text());
        boolean dayFollows = peek(4).isNumber(1, 2) && !peek(5).is(":");
        if (!dayFollows || (name.isEmpty() && !peek(2).isNumber(1, 2))) {
            return readYearAlone();
        }
        setDate(peek(0).value(), name.orElseGet(() -> peek(2).value()), peek(4).value());
        at += 5;
        return true;
    }

    private static boolean separates(DateToken token) {
        return !token.equals(DateToken.END)
                && (DATE_SIGNS.contains(token.text()) || "年년".contains(token.text()));
    }

    /** 2022年, what follows tells the rest. */
    private boolean readYearAlone() {
        if (!"年년".contains(peek(1).text())) {
            return false;
        }
        year = OptionalInt.of(take().value());
        at++;
        return true;
    }

    /** 3月13日, and 3月 alone. */
    private boolean readMonthDay() {
        if (month.isPresent() || !peek(0).isNumber(1, 2) || !(peek(1).is("月") || peek(1).is("월"))) {
            return false;
        }
        month = OptionalInt.of(take().value());
        at++;
        if (peek(0).isNumber(1, 2) && !peek(1).is(":")) {
            day = OptionalInt.of(take().value());
        }
        return true;
    }

    /** 13.3.2022, which is never the third of the thirteenth, and 13/3/2022, which cannot be. */
    private boolean readYearLast() {
        if (year.isPresent() || !looksYearLast()) {
            return false;
        }
        int first = peek(0).value();
        int second = peek(2).value();
        boolean dotted = peek(1).is(".");
        boolean full = peek(4).isNumber(4, 4);
        int last = full ? peek(4).value() : IsoDate.century(peek(4).value());
        // 22/03/13 may begin with its year; 03/22/13 cannot, as no month is the 22nd.
        if (dotted || (full && first > NOON)) {
            setDate(last, second, first);
        } else if (second > NOON || (full && first == second)) {
            setDate(last, first, second);
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
                && (peek(4).isNumber(4, 4) || peek(4).isNumber(2, 2));
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
        if (word.length() <= 3 && peek(0).is(".") && month(word + peek(1).text()).isPresent()) {
            word += peek(1).text();
            at += 2;
        }
        return readMonth(word)
                || readDay(word)
                || DateWords.isIgnored(word)
                || readMonthStart(word);
    }

    private boolean readMonth(String word) {
        Optional<Integer> name = month(word);
        if (name.isEmpty() || month.isPresent()) {
            return false;
        }
        month = OptionalInt.of(name.get());
        return true;
    }

    private static Optional<Integer> month(String word) {
        return DateWords.month(word);
    }

    private boolean readDay(String word) {
        if (reference.isPresent() && RelativeDay.of(word).isPresent()) {
            named = Optional.of(today().minusDays(RelativeDay.of(word).getAsInt()));
            return true;
        }
        if (weekday.isEmpty()) {
            weekday = DateWords.day(word);
        }
        return weekday.isPresent() && DateWords.isIgnored(word);
    }

    private boolean readMonthStart(String word) {
        Optional<Integer> name = DateWords.monthStarting(word);
        if (name.isEmpty() || month.isPresent()) {
            return clock.isZone(word);
        }
        month = OptionalInt.of(name.get());
        return true;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(reference.orElseThrow(), ZoneOffset.UTC);
    }

    private Optional<WrittenDate> result() {
        if (!placeLooseNumbers()) {
            return Optional.empty();
        }
        if (year.isPresent() && month.isPresent()) {
            var date = LocalDate.of(year.getAsInt(), month.getAsInt(), day.orElse(1));
            return Optional.of(written(date, day.isPresent() ? DayBasis.WRITTEN : DayBasis.MONTH))
                    .filter(found -> day.isPresent() || clock.time().isEmpty());
        }
        return year.isPresent() || reference.isEmpty() ? Optional.empty() : relative();
    }

    private Optional<WrittenDate> relative() {
        if (named.isPresent()) {
            return Optional.of(written(named.get(), DayBasis.REFERENCE));
        }
        if (month.isPresent() && day.isPresent()) {
            return Optional.of(written(lastYearly(), DayBasis.REFERENCE));
        }
        return weekday.filter(_ -> month.isEmpty() && day.isEmpty())
                .map(name -> written(lastWeekly(name), DayBasis.REFERENCE));
    }

    /** The last such day that had come; 29 February has not every year. */
    private LocalDate lastYearly() {
        LocalDate today = today();
        int from = today.getYear();
        for (int y = from; y > from - 8; y--) {
            boolean exists =
                    day.getAsInt() < 29
                            || month.getAsInt() != 2
                            || LocalDate.of(y, 1, 1).isLeapYear();
            if (exists && !LocalDate.of(y, month.getAsInt(), day.getAsInt()).isAfter(today)) {
                return LocalDate.of(y, month.getAsInt(), day.getAsInt());
            }
        }
        return LocalDate.of(from, month.getAsInt(), day.getAsInt());
    }

    private LocalDate lastWeekly(DayOfWeek name) {
        LocalDate today = today();
        return today.minusDays(Math.floorMod(today.getDayOfWeek().getValue() - name.getValue(), 7));
    }

    private WrittenDate written(LocalDate date, DayBasis basis) {
        return new WrittenDate(
                date.plusDays(clock.endsDay() ? 1 : 0), clock.time(), clock.offset(), basis);
    }

    /** With the month by name, the other two numbers are the day and then the year. */
    private boolean placeLooseNumbers() {
        return switch (loose.size()) {
            case 0 -> true;
            case 1 -> placeOne(loose.getFirst());
            case 2 -> year.isEmpty() && day.isEmpty() && placeTwo();
            default -> false;
        };
    }

    /** 4 digits are a year, fewer a day; both only beside a month. */
    private boolean placeOne(DateToken number) {
        if (month.isEmpty()) {
            return false;
        }
        if (number.isNumber(4, 4) && year.isEmpty()) {
            year = OptionalInt.of(number.value());
            return true;
        }
        boolean fits = day.isEmpty() && number.isNumber(1, 2);
        day = fits ? OptionalInt.of(number.value()) : day;
        return fits;
    }

    private boolean placeTwo() {
        boolean yearFirst = loose.getFirst().isNumber(4, 4);
        DateToken yearToken = yearFirst ? loose.getFirst() : loose.getLast();
        DateToken dayToken = yearFirst ? loose.getLast() : loose.getFirst();
        year = fullYear(yearToken);
        day = OptionalInt.of(dayToken.value());
        return year.isPresent() && month.isPresent() && dayToken.isNumber(1, 2);
    }

    /** RFC 5322, 4.3: two digits are of 1950 to 2049, three count from 1900. */
    private static OptionalInt fullYear(DateToken token) {
        return switch (token.text().length()) {
            case 2 -> OptionalInt.of(IsoDate.century(token.value()));
            case 3 -> OptionalInt.of(token.value() + 1900);
            case 4 -> OptionalInt.of(token.value());
            default -> OptionalInt.empty();
        };
    }
}
