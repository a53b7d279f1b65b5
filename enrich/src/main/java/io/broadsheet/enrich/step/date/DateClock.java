package io.broadsheet.enrich.step.date;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The time of day, its half and its zone, within a written date. */
final class DateClock {

    private static final int NOON = 12;
    private static final int HOURS = 24;
    private static final int LEAP_SECOND = 60;
    private static final Set<String> HOUR_WORDS = Set.of("时", "時", "点", "點", "시", "h", "ч", "г");
    private static final Set<String> MINUTE_WORDS = Set.of("分", "분", "m", "min", "мин");
    private static final Set<String> CLOCK_WORDS = Set.of("klo", "kl", "kello", "t", "uhr", "om");

    private List<DateToken> tokens = List.of();
    private int at;
    private int timeEnd = -1;
    private Optional<LocalTime> time = Optional.empty();
    private Optional<ZoneOffset> offset = Optional.empty();
    private Optional<Boolean> afternoon = Optional.empty();
    private boolean endsDay;

    /**
     * Reads what is of the clock at a place.
     *
     * @param hasDay whether the day is known, so that 5.45 must be a time
     * @return behind what was read; the same place if that is nothing
     */
    int read(List<DateToken> all, int from, boolean hasDay) {
        tokens = all;
        at = from;
        boolean read =
                switch (peek(0).kind()) {
                    case NUMBER -> readTime(hasDay) || readJoined() || readHour();
                    case WORD -> readNamedTime() || readHalf() || readZone();
                    case SIGN -> readOffset();
                    case END -> false;
                };
        return read ? at : from;
    }

    /** The time on a clock of 24 hours. */
    Optional<LocalTime> time() {
        return time.map(this::onFullClock);
    }

    Optional<ZoneOffset> offset() {
        return offset;
    }

    /** Whether the time is 24:00, which is midnight of the day after. */
    boolean endsDay() {
        return endsDay;
    }

    /** Whether a word is set where a zone is, though we know no offset for it. */
    boolean isZone(String word) {
        return time.isPresent() && ZoneWords.looksLikeZone(word);
    }

    private DateToken peek(int ahead) {
        return DateToken.at(tokens, at + ahead);
    }

    private DateToken take() {
        return tokens.get(at++);
    }

    /** 9:42, 09:42:07.5, 9时42分, 9시 42분, 21h24, and 5.45 behind a day. */
    private boolean readTime(boolean hasDay) {
        if (time.isPresent() || !peek(0).isNumber(1, 2)) {
            return false;
        }
        boolean clock = peek(1).is(":") && peek(2).isNumber(1, 2);
        if (!clock && !isDotted(hasDay) && !HOUR_WORDS.contains(peek(1).text())) {
            return false;
        }
        int hour = take().value();
        at++;
        int minute = peek(0).isNumber(1, 2) ? take().value() : 0;
        int second = readSecond();
        set(hour, minute, second, readFraction());
        return true;
    }

    private boolean isDotted(boolean hasDay) {
        boolean expected = hasDay || CLOCK_WORDS.contains(DateToken.at(tokens, at - 1).text());
        return expected && peek(1).is(".") && peek(2).isNumber(2, 2) && !peek(3).is(".");
    }

    private void set(int hour, int minute, int second, int nano) {
        endsDay = hour == HOURS && minute == 0 && second == 0;
        int onClock = second == LEAP_SECOND ? LEAP_SECOND - 1 : second;
        time = Optional.of(LocalTime.of(endsDay ? 0 : hour, minute, onClock, nano));
        timeEnd = at;
    }

    private int readSecond() {
        boolean follows = peek(0).is(":") || MINUTE_WORDS.contains(peek(0).text());
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

    /** T094207, T0942. */
    private boolean readJoined() {
        boolean joined = peek(0).isNumber(4, 4) || peek(0).isNumber(6, 6);
        if (!joined || time.isPresent() || !DateToken.at(tokens, at - 1).is("t")) {
            return false;
        }
        DateToken digits = take();
        int value = digits.isNumber(4, 4) ? digits.value() * 100 : digits.value();
        set(value / 10_000, value / 100 % 100, value % 100, readFraction());
        return true;
    }

    /** 7 pm, T10. */
    private boolean readHour() {
        if (time.isPresent() || !peek(0).isNumber(1, 2)) {
            return false;
        }
        boolean behindT = DateToken.at(tokens, at - 1).is("t") && at > 1;
        Optional<Boolean> half = half(1);
        if (!behindT && (half.isEmpty() || peek(0).value() > NOON)) {
            return false;
        }
        set(take().value(), 0, 0, 0);
        return true;
    }

    private Optional<Boolean> half(int ahead) {
        DateToken word = peek(ahead);
        boolean dotted = peek(ahead + 1).is(".") && word.kind() == DateToken.Kind.WORD;
        return dotted
                ? DateWords.afternoon(word.text() + peek(ahead + 2).text(), true)
                        .or(() -> DateWords.afternoon(word.text(), false))
                : DateWords.afternoon(word.text(), false);
    }

    private boolean readNamedTime() {
        if (time.isPresent() || !(peek(0).is("midnight") || peek(0).is("noon"))) {
            return false;
        }
        int hour = take().is("noon") ? NOON : 0;
        set(hour, 0, 0, 0);
        return true;
    }

    private boolean readHalf() {
        Optional<Boolean> eastAsian =
                switch (peek(0).text()) {
                    case "上", "早", "凌" -> Optional.of(false);
                    case "下", "晚" -> Optional.of(true);
                    case "오" -> Optional.of(peek(1).is("후"));
                    default -> Optional.empty();
                };
        if (eastAsian.isPresent()) {
            at++;
            afternoon = eastAsian;
            return true;
        }
        return readHalfWord();
    }

    private boolean readHalfWord() {
        String word = peek(0).text();
        if (peek(1).is(".") && peek(2).kind() == DateToken.Kind.WORD) {
            Optional<Boolean> dotted = DateWords.afternoon(word + peek(2).text(), true);
            if (dotted.isPresent()) {
                at += 3;
                afternoon = dotted;
                return true;
            }
        }
        Optional<Boolean> half = DateWords.afternoon(word, at == timeEnd);
        if (half.isPresent()) {
            at++;
            afternoon = half;
        }
        return half.isPresent();
    }

    /** A zone by name, behind a time or at the end. */
    private boolean readZone() {
        Optional<ZoneOffset> known = ZoneWords.offset(peek(0).text());
        if (known.isEmpty() || (time.isEmpty() && at == 0)) {
            return false;
        }
        at++;
        offset = offset.or(() -> known);
        return true;
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

    private LocalTime onFullClock(LocalTime written) {
        if (afternoon.isEmpty() || written.getHour() > NOON) {
            return written;
        }
        int hour = written.getHour() % NOON + (afternoon.get() ? NOON : 0);
        return written.withHour(hour);
    }
}
