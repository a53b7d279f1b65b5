package io.broadsheet.enrich.step.date;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words in written dates. Names of months and weekdays are those of the CLDR, which the JDK
 * carries, in the languages below; a name that means two months in two of them means none.
 */
final class DateWords {

    private static final List<String> LANGUAGES =
            List.of(
                    "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "et", "lv",
                    "lt", "pl", "cs", "sk", "sl", "hr", "hu", "ro", "bg", "ru", "uk", "be", "sr",
                    "el", "tr", "ca", "gl", "id", "ms", "he", "ar", "fa", "hi", "bn", "th", "ka");

    private static final List<TextStyle> STYLES =
            List.of(
                    TextStyle.FULL,
                    TextStyle.FULL_STANDALONE,
                    TextStyle.SHORT,
                    TextStyle.SHORT_STANDALONE);

    private static final Map<String, Integer> MONTHS = months();
    private static final Set<String> IGNORED = ignored();

    private DateWords() {}

    /** The number of the month, 1 to 12. */
    static Optional<Integer> month(String word) {
        return Optional.ofNullable(MONTHS.get(word));
    }

    /** Whether a date means the same without the word. */
    static boolean isIgnored(String word) {
        return IGNORED.contains(word);
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        Set<String> doubtful = new HashSet<>();
        for (Locale locale : locales()) {
            for (Month month : Month.values()) {
                for (String name : names(style -> month.getDisplayName(style, locale))) {
                    Integer other = months.putIfAbsent(name, month.getValue());
                    if (other != null && other != month.getValue()) {
                        doubtful.add(name);
                    }
                }
            }
        }
        months.put("sept", Month.SEPTEMBER.getValue());
        months.keySet().removeAll(doubtful);
        return Map.copyOf(months);
    }

    private static Set<String> ignored() {
        Set<String> words = new HashSet<>();
        for (Locale locale : locales()) {
            for (DayOfWeek day : DayOfWeek.values()) {
                words.addAll(names(style -> day.getDisplayName(style, locale)));
            }
        }
        words.addAll(List.of("tues", "wednes", "thur", "thurs", "weds"));
        words.addAll(
                List.of("t", "at", "of", "the", "on", "st", "nd", "rd", "th", "de", "del", "à"));
        words.addAll(
                List.of("um", "uhr", "den", "klo", "kl", "o", "g", "г", "в", "er", "ora", "alle"));
        words.addAll(List.of("日", "号", "號", "일", "分", "분", "秒", "초", "午", "晨", "전", "후"));
        words.addAll(List.of("星", "期", "周", "週", "礼", "拜", "曜", "一", "二", "三", "四", "五", "六"));
        words.removeAll(MONTHS.keySet());
        return Set.copyOf(words);
    }

    private static List<Locale> locales() {
        return LANGUAGES.stream().map(Locale::of).toList();
    }

    private static Collection<String> names(java.util.function.Function<TextStyle, String> named) {
        return STYLES.stream()
                .map(style -> named.apply(style).toLowerCase(Locale.ROOT).replace(".", "").strip())
                .filter(name -> name.codePoints().noneMatch(Character::isDigit))
                .filter(name -> name.length() > 1)
                .toList();
    }
}
