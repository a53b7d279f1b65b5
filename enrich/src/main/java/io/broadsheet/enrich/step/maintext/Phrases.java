package io.broadsheet.enrich.step.maintext;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands on many pages around articles, in the words of many languages. Each expression begins
 * with two characters that are no signs, by which most lines are known not to match.
 */
final class Phrases {

    private static final int END_CHARS_MAX = 100;
    private static final int LINE_CHARS_MAX = 200;

    /** A day behind a word, and no sentence about it. */
    private static final String DAY = ":? .{0,20}\\d(?:\\.|(?:[^.!?]|\\.\\d){0,40})$";

    /** Of words in any script, which the short form is not. */
    private static final String WORD_END = "(?![\\p{L}\\p{M}\\p{N}])";

    /** After this, there is no more of the article. */
    private static final Phrases ENDS = new Phrases(EndWords.ENDS, "", END_CHARS_MAX);

    /** The same, and what follows was written by readers. */
    private static final Phrases COMMENTS = new Phrases(CommentWords.COMMENTS, "", END_CHARS_MAX);

    /** Alone on a line, it says nothing of the article's matter. */
    private static final Phrases LINES = new Phrases(LineWords.LINES, "", LINE_CHARS_MAX);

    /** When the page was published or changed. */
    private static final Phrases STAMPS = new Phrases(StampWords.STAMPS, DAY, END_CHARS_MAX);

    private static final String MARKS = "([+»›▶►";
    private static final Pattern MARK = Pattern.compile("^[(\\[\\]+»›▶►\\s]+");

    private static final Pattern COUNT = Pattern.compile("^\\d+\\s+(?:[»›|·–-]\\s*)?");

    private final Map<String, Pattern> byBeginning;
    private final int charsMax;

    private Phrases(String expressions, String ending, int charsMax) {
        Map<String, List<String>> sorted = new HashMap<>();
        for (String line : expressions.strip().lines().map(String::strip).toList()) {
            sorted.computeIfAbsent(beginning(line), _ -> new ArrayList<>()).add(line + ending);
        }
        this.byBeginning = new HashMap<>();
        sorted.forEach((beginning, lines) -> byBeginning.put(beginning, anyOf(lines)));
        this.charsMax = charsMax;
    }

    private static Pattern anyOf(List<String> lines) {
        return Pattern.compile(
                "(?:" + String.join("|", lines).replace("\\b", WORD_END) + ")",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Letter by letter: the small form of a Turkish İ would be two characters. */
    private static String beginning(String text) {
        return new String(
                new char[] {
                    Character.toLowerCase(text.charAt(0)), Character.toLowerCase(text.charAt(1))
                });
    }

    /** Whether an article ends before such a line. */
    static boolean end(Line line) {
        String text = uncounted(line.text());
        return ENDS.begin(text) || COMMENTS.begin(text);
    }

    /** Whether comments begin with such a line. */
    static boolean beginComments(Line line) {
        return COMMENTS.begin(uncounted(line.text()));
    }

    private static String uncounted(String text) {
        boolean counted = !text.isEmpty() && Character.isDigit(text.charAt(0));
        return counted ? COUNT.matcher(text).replaceFirst("") : text;
    }

    /** Whether a line is about the page rather than of the article. */
    static boolean say(Line line) {
        String text = line.text();
        boolean marked = !text.isEmpty() && MARKS.indexOf(text.charAt(0)) >= 0;
        String bare = marked ? MARK.matcher(text).replaceFirst("") : text;
        return text.startsWith("©") || LINES.begin(bare) || STAMPS.begin(bare);
    }

    private boolean begin(String text) {
        return text.length() >= 2
                && text.length() <= charsMax
                && Optional.ofNullable(byBeginning.get(beginning(text)))
                        .filter(pattern -> pattern.matcher(text).lookingAt())
                        .isPresent();
    }
}
