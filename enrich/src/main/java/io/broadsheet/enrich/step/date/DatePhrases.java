package io.broadsheet.enrich.step.date;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Names of months and days that are more than one word, and what they are called in English. */
final class DatePhrases {

    /** In months' order; the CLDR writes them with digits. */
    private static final List<String> VIETNAMESE =
            List.of(
                    "một",
                    "hai",
                    "ba",
                    "tư",
                    "năm",
                    "sáu",
                    "bảy",
                    "tám",
                    "chín",
                    "mười",
                    "mười một",
                    "mười hai");

    private static final List<String> LANGUAGES = List.of("vi", "he", "ar-SY", "sq", "ka");
    private static final int PHRASE_CHARS_MIN = 3;

    /** The longest first. */
    private static final Map<String, String> PHRASES = phrases();

    private DatePhrases() {}

    /** The text with each such name as one word. */
    static String joined(String text) {
        String joined = text;
        for (Map.Entry<String, String> phrase : PHRASES.entrySet()) {
            if (joined.contains(phrase.getKey())) {
                joined = joined.replace(phrase.getKey(), " " + phrase.getValue() + " ");
            }
        }
        return joined;
    }

    /** What the month of a number is called, with blanks around it. */
    static Optional<String> month(int number) {
        return number < 1 || number > 12
                ? Optional.empty()
                : Optional.of(" " + english(Month.of(number)) + " ");
    }

    private static Map<String, String> phrases() {
        Map<String, String> found =
                new TreeMap<>(
                        Comparator.comparingInt(String::length)
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()));
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                add(found, month.getDisplayName(TextStyle.FULL, locale), english(month));
            }
            for (DayOfWeek day : DayOfWeek.values()) {
                add(found, day.getDisplayName(TextStyle.FULL, locale), english(day));
            }
        }
        for (int i = 0; i < VIETNAMESE.size(); i++) {
            add(found, "tháng " + VIETNAMESE.get(i), english(Month.of(i + 1)));
        }
        days().forEach((word, day) -> found.put(DateSpelling.word(word), day));
        return new LinkedHashMap<>(found);
    }

    private static Map<String, String> days() {
        return Map.ofEntries(
                Map.entry("hôm nay", "today"),
                Map.entry("hôm qua", "yesterday"),
                Map.entry("i dag", "today"),
                Map.entry("i går", "yesterday"),
                Map.entry("今天", "today"),
                Map.entry("今日", "today"),
                Map.entry("昨天", "yesterday"),
                Map.entry("昨日", "yesterday"),
                Map.entry("오늘", "today"),
                Map.entry("어제", "yesterday"),
                Map.entry("中午", ""),
                Map.entry("午前", "am"),
                Map.entry("上午", "am"),
                Map.entry("午後", "pm"),
                Map.entry("下午", "pm"));
    }

    private static void add(Map<String, String> found, String name, String english) {
        String word = DateSpelling.word(name);
        boolean plain = word.codePoints().noneMatch(Character::isDigit);
        if (word.contains(" ") && plain && word.length() > PHRASE_CHARS_MIN) {
            found.put(word, english);
        }
    }

    private static String english(Month month) {
        return month.name().toLowerCase(Locale.ROOT);
    }

    private static String english(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
