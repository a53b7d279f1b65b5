package io.broadsheet.enrich.revision;

import io.broadsheet.enrich.step.date.DateText;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a site's own clockwork writes beside an article and changes by itself: how long ago it was,
 * when the page was made, how often it was read. Only whole lines at the beginning or the end of a
 * text count, and only if they say nothing else: a number within prose, in a table or in a list is
 * never noise.
 */
final class Noise {

    /** Lines from the beginning of a text that may be noise. */
    static final int HEAD_LINES = 3;

    /** Lines from its end that may be. */
    static final int TAIL_LINES = 5;

    private static final int LINE_CHARS_MAX = 100;

    private static final String NUMBER =
            "\\d[\\d.,\u00a0\u202f']*\\s?(?:[kKmM]|\u4e07|\u842c|\u5104)?\\+?";

    private static final String COUNTED =
            "views?|comments?|likes?|shares?|retweets?|replies|reply|reactions?|reads"
                    + "|aufrufe?|kommentare?|reaktionen|vues?|commentaires?|partages?"
                    + "|visitas|comentarios?|comentários?|visualizações|visualizaciones"
                    + "|commenti|visualizzazioni|reacties"
                    + "|просмотр(?:а|ов)?|комментари(?:й|я|ев)"
                    + "|阅读(?:量|数)?|閱讀(?:量|數)?|浏览(?:量|数)?|瀏覽(?:量|數)?|评论(?:数)?|評論(?:數)?"
                    + "|点赞(?:数)?|點讚(?:數)?|转发(?:数)?|轉發(?:數)?|次阅读|次閱讀|次浏览|条评论|조회수?|댓글";

    private static final Pattern COUNTER =
            words(
                    "(?:"
                            + NUMBER
                            + "\\s*(?:"
                            + COUNTED
                            + ")"
                            + "|(?:"
                            + COUNTED
                            + ")\\s*[:：]?\\s*[(（]?\\s*"
                            + NUMBER
                            + "\\s*[)）]?)");

    private static final Pattern AGO =
            words(
                    "(?:(?:\\d+|an?|one|a few)\\s+(?:sec(?:ond)?|min(?:ute)?|h(?:ou)?r|day|week"
                            + "|month|year)s?\\s+ago|just now"
                            + "|vor\\s+(?:\\d+|eine[mr])\\s+(?:sekunden?|minuten?|stunden?|tag(?:en)?"
                            + "|wochen?|monat(?:en)?|jahr(?:en)?)"
                            + "|il y a\\s+(?:\\d+|une?)\\s+(?:secondes?|minutes?|heures?|jours?"
                            + "|semaines?|mois|ans?)"
                            + "|h(?:ace|á)\\s+(?:\\d+|una?|uma?)\\s+(?:segundos?|minutos?|horas?"
                            + "|d[ií]as?|semanas?|mes(?:es)?|años?|anos?)"
                            + "|\\d+\\s+(?:secondi|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]"
                            + "|ann[oi])\\s+fa"
                            + "|\\d+\\s+(?:секунд\\w*|минут\\w*|час\\w*|дн\\w+|день|недел\\w+)\\s+назад"
                            + "|\\d+\\s*(?:秒|分钟|分鐘|分|小时|小時|時間|天|日|周|週|个月|個月|年)\\s*前"
                            + "|\\d+\\s*(?:초|분|시간|일|주|개월|년)\\s*전)");

    private static final Pattern STAMP =
            words(
                    "(?:last\\s+)?(?:updated|modified|printed|generated|retrieved)"
                            + "(?:\\s+(?:on|at))?\\s*[:：]?\\s*(?<stamp>.+)"
                            + "|(?:zuletzt\\s+)?(?:aktualisiert|geändert)(?:\\s+am)?\\s*:?\\s*(?<de>.+)"
                            + "|(?:最后)?更新(?:时间|時間|于|於|日時)?\\s*[:：]?\\s*(?<zh>.+)");

    private static final Pattern SEPARATOR = Pattern.compile("\\s*[·•|｜]\\s*");

    private static final Pattern LINE_END = Pattern.compile("\n");

    private Noise() {}

    /** The lines of a text that are noise, their white space collapsed. */
    static Set<String> linesOf(String text) {
        return Stream.concat(first(text), last(text))
                .filter(Noise::isNoise)
                .map(Noise::collapsed)
                .collect(Collectors.toSet());
    }

    private static Stream<String> first(String text) {
        return LINE_END.splitAsStream(text).filter(line -> !line.isBlank()).limit(HEAD_LINES);
    }

    /** From the end, so that nobody cuts a whole text into lines for the sake of five. */
    private static Stream<String> last(String text) {
        Stream.Builder<String> lines = Stream.builder();
        int count = 0;
        int end = text.length();
        while (end >= 0 && count < TAIL_LINES) {
            int start = text.lastIndexOf('\n', end - 1) + 1;
            String line = text.substring(start, end);
            if (!line.isBlank()) {
                lines.add(line);
                count++;
            }
            end = start - 1;
        }
        return lines.build();
    }

    /** A text without those lines. */
    static String without(String text, Set<String> noise) {
        return noise.isEmpty()
                ? text
                : LINE_END.splitAsStream(text)
                        .filter(Predicate.not(line -> noise.contains(collapsed(line))))
                        .collect(Collectors.joining("\n"));
    }

    /** Whether a line says nothing but such things. */
    static boolean isNoise(String line) {
        String stripped = line.strip();
        return stripped.length() <= LINE_CHARS_MAX
                && hasDigitOrIsShort(stripped)
                && SEPARATOR.splitAsStream(stripped).allMatch(Noise::isNoisePart);
    }

    /** With one blank for each run of white space. */
    static String collapsed(String line) {
        return line.strip().replaceAll("[\\s\u00a0]+", " ");
    }

    /** Nearly all lines end here. */
    private static boolean hasDigitOrIsShort(String line) {
        boolean hasDigit = false;
        for (int i = 0; i < line.length() && !hasDigit; i++) {
            hasDigit = Character.isDigit(line.charAt(i));
        }
        return hasDigit || line.length() <= 20;
    }

    private static boolean isNoisePart(String part) {
        return COUNTER.matcher(part).matches() || AGO.matcher(part).matches() || isStamp(part);
    }

    private static boolean isStamp(String part) {
        Matcher stamp = STAMP.matcher(part);
        if (!stamp.matches()) {
            return false;
        }
        String when = firstGroup(stamp);
        return AGO.matcher(when).matches() || DateText.read(when).isPresent();
    }

    private static String firstGroup(Matcher stamp) {
        for (String name : List.of("stamp", "de", "zh")) {
            String group = stamp.group(name);
            if (group != null) {
                return group;
            }
        }
        return "";
    }

    private static Pattern words(String pattern) {
        return Pattern.compile(
                pattern,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
