package io.broadsheet.enrich.step.date;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "2 hours ago", in the languages below, resolved against the time at which that was so. What is
 * counted in days or more names a day and no time.
 */
final class RelativeDate {

    private static final Map<String, ChronoUnit> UNITS = units();
    private static final Set<String> AGO =
            Set.of(
                    "ago",
                    "vor",
                    "hace",
                    "fa",
                    "há",
                    "atrás",
                    "geleden",
                    "назад",
                    "тому",
                    "temu",
                    "önce",
                    "sedan",
                    "siden",
                    "lalu",
                    "trước",
                    "přibližně",
                    "πριν",
                    "לפני",
                    "منذ",
                    "acum",
                    "před",
                    "ezelőtt",
                    "sitten",
                    "преди");
    private static final Set<String> ONE =
            Set.of(
                    "a", "an", "one", "ein", "eine", "einer", "einem", "un", "une", "una", "um",
                    "uma", "en", "ett", "een", "satu", "bir");
    private static final Set<String> ABOUT =
            Set.of("about", "circa", "ca", "environ", "for", "för", "yang");

    /** 3小时前, 3時間前, 3시간 전. */
    private static final Pattern EAST_ASIAN =
            Pattern.compile(
                    "(\\d{1,4})\\s*(秒|分|小时|小時|時|时|天|日|周|週|个月|個月|か月|ヶ月|カ月|年"
                            + "|초|분|시간|일|주|개월|달|년)(?:钟|鐘|間)?\\s*(?:之前|以前|前|전)");

    private static final int NUMBER_DIGITS_MAX = 4;
    private static final int TOKENS_MAX = 8;
    private static final int PARTS = 3;

    private RelativeDate() {}

    /** What the text says, if it says how long ago something was. */
    static Optional<WrittenDate> read(String text, Instant reference) {
        if (text.indexOf(':') >= 0) {
            return Optional.empty();
        }
        Matcher eastAsian = EAST_ASIAN.matcher(text);
        if (eastAsian.matches()) {
            return before(reference, Integer.parseInt(eastAsian.group(1)), eastAsian.group(2));
        }
        List<DateToken> tokens = DateToken.of(text.replace("il y a", "ago"));
        return tokens.size() > TOKENS_MAX ? Optional.empty() : read(tokens, reference);
    }

    /** One number, one unit, and that it is past; in whatever order, and no word more. */
    private static Optional<WrittenDate> read(List<DateToken> tokens, Instant reference) {
        List<String> words =
                tokens.stream().map(DateToken::text).filter(w -> !ABOUT.contains(w)).toList();
        Optional<String> number = only(words, RelativeDate::isNumber);
        Optional<String> unit = only(words, UNITS::containsKey);
        boolean past = words.size() == PARTS && words.stream().anyMatch(AGO::contains);
        return past && number.isPresent() && unit.isPresent()
                ? before(reference, number(number.get()), unit.get())
                : Optional.empty();
    }

    private static Optional<String> only(List<String> words, Predicate<String> wanted) {
        return words.stream().filter(wanted).findFirst();
    }

    private static boolean isNumber(String word) {
        return ONE.contains(word)
                || (word.length() <= NUMBER_DIGITS_MAX
                        && word.chars().allMatch(c -> c >= '0' && c <= '9'));
    }

    private static int number(String word) {
        return ONE.contains(word) ? 1 : Integer.parseInt(word);
    }

    private static Optional<WrittenDate> before(Instant reference, int number, String word) {
        ChronoUnit unit = UNITS.get(word);
        if (unit == null) {
            return Optional.empty();
        }
        var at = LocalDateTime.ofInstant(reference, ZoneOffset.UTC).minus(number, unit);
        return Optional.of(
                unit.isTimeBased()
                        ? new WrittenDate(
                                at.toLocalDate(),
                                Optional.of(at.toLocalTime()),
                                Optional.of(ZoneOffset.UTC),
                                DayBasis.REFERENCE)
                        : new WrittenDate(
                                at.toLocalDate(),
                                Optional.empty(),
                                Optional.empty(),
                                DayBasis.REFERENCE));
    }

    private static Map<String, ChronoUnit> units() {
        Map<String, ChronoUnit> units = new HashMap<>();
        put(
                units,
                ChronoUnit.SECONDS,
                "second seconds sec secs sekunde sekunden seconde secondes segundo segundos secondo secondi seconden секунд секунду секунды sekundy sekund saniye sekunder detik giây 秒 초");
        put(
                units,
                ChronoUnit.MINUTES,
                "minute minutes min mins minuten minuto minutos minuti minuut минут минуту минуты хвилин хвилину хвилини minut minutę minuty dakika minuter minutter menit phút λεπτά דקות دقيقة دقائق minute minuta minuut perc minuuttia минути 分 분");
        put(
                units,
                ChronoUnit.HOURS,
                "hour hours hr hrs h stunde stunden std heure heures hora horas ora ore uur uren час часа часов годин годину години godzin godzinę godziny saat timme timmar time timer jam giờ ώρες ώρα שעות שעה ساعة ساعات hodin hodinami óra órával tuntia часа 小时 小時 時 时 시간");
        put(
                units,
                ChronoUnit.DAYS,
                "day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen день дня дней дні днів dzień dni gün dagar dage hari ngày ημέρες μέρες ימים أيام يوم zile dny nap nappal päivää дни 天 日 일");
        put(
                units,
                ChronoUnit.WEEKS,
                "week weeks woche wochen semaine semaines semana semanas settimana settimane weken неделю недели недель тиждень тижні тижнів tydzień tygodnie tygodni hafta vecka veckor uge uger minggu tuần 周 週 주");
        put(
                units,
                ChronoUnit.MONTHS,
                "month months monat monate monaten mois mes meses mês mese mesi maand maanden месяц месяца месяцев місяць місяці місяців miesiąc miesiące miesięcy ay månad månader måned måneder bulan tháng 个月 個月 か月 ヶ月 カ月 개월 달");
        put(
                units,
                ChronoUnit.YEARS,
                "year years jahr jahre jahren an ans année années año años anno anni ano anos jaar год года лет рік роки років rok lata lat yıl år tahun năm 年 년");
        return units;
    }

    private static void put(Map<String, ChronoUnit> units, ChronoUnit unit, String words) {
        Arrays.stream(words.split(" ")).forEach(word -> units.put(DateSpelling.word(word), unit));
    }
}
