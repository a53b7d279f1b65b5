package io.broadsheet.enrich.step.date;

import java.text.DateFormatSymbols;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words in written dates. Names of months, of weekdays and of the halves of the day are those
 * of the CLDR, which the JDK carries, in the languages below; a name that means two months in two
 * of them means none.
 */
final class DateWords {

    private static final List<Locale> LANGUAGES =
            words(
                            """
                            en de fr es pt it nl sv da nb fi et lv lt pl cs sk sl hr hu ro bg ru uk
                            be sr el tr ca gl eu id ms he ar fa hi bn ta te ur th ka az kk mk sq is
                            af fil hy\
                            """)
                    .map(Locale::of)
                    .toList();

    private static final List<TextStyle> STYLES =
            List.of(
                    TextStyle.FULL,
                    TextStyle.FULL_STANDALONE,
                    TextStyle.SHORT,
                    TextStyle.SHORT_STANDALONE);

    /** Short forms of weekdays that feeds use and the CLDR does not. */
    private static final Map<String, DayOfWeek> MORE_DAYS =
            Map.ofEntries(
                    Map.entry("tues", DayOfWeek.TUESDAY),
                    Map.entry("wednes", DayOfWeek.WEDNESDAY),
                    Map.entry("weds", DayOfWeek.WEDNESDAY),
                    Map.entry("thur", DayOfWeek.THURSDAY),
                    Map.entry("thurs", DayOfWeek.THURSDAY),
                    Map.entry("пнд", DayOfWeek.MONDAY),
                    Map.entry("втр", DayOfWeek.TUESDAY),
                    Map.entry("срд", DayOfWeek.WEDNESDAY),
                    Map.entry("чтв", DayOfWeek.THURSDAY),
                    Map.entry("птн", DayOfWeek.FRIDAY),
                    Map.entry("сбт", DayOfWeek.SATURDAY),
                    Map.entry("вск", DayOfWeek.SUNDAY));

    /** Articles, prepositions, marks of ordinals, and words for day, year, hour and o'clock. */
    private static final Set<String> FILLERS =
            words(
                            """
                            t at of the on in st nd rd th de del d à a as às em en la las el le il lo
                            les er ère ème eme e º ª o os um uhr den der dem die van om uur klo kl
                            kello g г год года гг в во к о у р року рік годин ч часа час във
                            ora alle ore ob ur sati u v ve dne hod hodin godz na dnia roku
                            saat günü tarihinde ngày năm lúc pukul jam tanggal pada hari
                            στις ώρα του της το ב יום בשעה الساعة في من ساعت در روز को बजे
                            লা রা ঠা শে ই টা এ এর წლის წ й го е ые та και und and y i
                            日 号 號 일 分 분 秒 초 午 晨 전 후 中 星 期 周 週 礼 拜 曜 一 二 三 四 五 六 天
                            น เวลา ที่ ค ศ 年 년 月 월 published posted updated date\
                            """)
                    .collect(Collectors.toUnmodifiableSet());

    /** Halves of the day that are prepositions elsewhere; they count only behind a time. */
    private static final Set<String> DOUBTFUL_HALVES = Set.of("de", "du", "em", "a", "to");

    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Map<String, Integer> MONTH_STARTS = new HashMap<>();
    private static final Map<String, Integer> DAYS = new HashMap<>();
    private static final Map<String, Integer> DAY_STARTS = new HashMap<>();
    private static final Map<String, Boolean> AFTERNOON = new HashMap<>();

    /** What a start or a name means that means two things. */
    private static final Integer DOUBTFUL = 0;

    private static final int LATIN_END = 0x250;

    static {
        for (Locale locale : LANGUAGES) {
            for (Month month : Month.values()) {
                learn(MONTHS, names(s -> month.getDisplayName(s, locale)), month.getValue());
            }
            for (DayOfWeek day : DayOfWeek.values()) {
                learn(DAYS, names(s -> day.getDisplayName(s, locale)), day.getValue());
            }
            halves(DateFormatSymbols.getInstance(locale).getAmPmStrings());
        }
        learn(MONTHS, List.of("sept"), Month.SEPTEMBER.getValue());
        MORE_DAYS.forEach((name, day) -> DAYS.put(name, day.getValue()));
        starts(MONTHS, MONTH_STARTS, 3);
        starts(DAYS, DAY_STARTS, 2);
    }

    private DateWords() {}

    /** The number of the month, 1 to 12; by its name only. */
    static Optional<Integer> month(String word) {
        return find(MONTHS, word);
    }

    /** The number of the month that alone begins so. */
    static Optional<Integer> monthStarting(String word) {
        return find(MONTH_STARTS, word);
    }

    /** The weekday; empty also for a name that means two. */
    static Optional<DayOfWeek> day(String word) {
        return find(DAYS, word).or(() -> find(DAY_STARTS, word)).map(DayOfWeek::of);
    }

    /** Whether a date means the same without the word. */
    static boolean isIgnored(String word) {
        return FILLERS.contains(word) || DAYS.containsKey(word) || DAY_STARTS.containsKey(word);
    }

    /**
     * Whether a word is of the second half of the day.
     *
     * @param behindTime whether it follows a time at once
     */
    static Optional<Boolean> afternoon(String word, boolean behindTime) {
        return DOUBTFUL_HALVES.contains(word) && !behindTime
                ? Optional.empty()
                : Optional.ofNullable(AFTERNOON.get(word));
    }

    private static Optional<Integer> find(Map<String, Integer> names, String word) {
        Integer found = names.get(word);
        if (found == null && word.length() > 1) {
            found = names.get(Accents.without(word));
        }
        return Optional.ofNullable(found).filter(number -> !number.equals(DOUBTFUL));
    }

    private static void learn(Map<String, Integer> names, Collection<String> more, int number) {
        for (String name : more) {
            names.merge(name, number, (a, b) -> a.equals(b) ? a : DOUBTFUL);
            String bare = Accents.without(name);
            if (!bare.equals(name)) {
                names.merge(bare, number, (a, b) -> a.equals(b) ? a : DOUBTFUL);
            }
        }
    }

    /** Every start of so many letters and more, of two where the script is not the Latin one. */
    private static void starts(
            Map<String, Integer> names, Map<String, Integer> starts, int charsMin) {
        names.forEach((name, number) -> {
            int min = name.charAt(0) < LATIN_END ? charsMin : 2;
            for (int end = min; end < name.length(); end++) {
                starts.merge(name.substring(0, end), number, (a, b) -> a.equals(b) ? a : DOUBTFUL);
            }
        });
    }

    private static void halves(String[] names) {
        for (int half = 0; half < 2; half++) {
            String name = DateSpelling.word(names[half]).replace(".", "").replace(" ", "");
            AFTERNOON.putIfAbsent(name, half == 1);
        }
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty());
    }

    private static Set<String> names(Function<TextStyle, String> named) {
        Set<String> names = new HashSet<>();
        for (TextStyle style : STYLES) {
            String name = DateSpelling.word(named.apply(style)).replace(".", "").strip();
            boolean digits = name.codePoints().anyMatch(Character::isDigit);
            if (!digits && name.length() > 1 && !name.contains(" ")) {
                names.add(name);
            }
        }
        return names;
    }
}
