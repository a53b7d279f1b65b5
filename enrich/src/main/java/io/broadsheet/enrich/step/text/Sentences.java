package io.broadsheet.enrich.step.text;

import io.broadsheet.runtime.failure.SafeText;

/** The beginning of a text, ended where a sentence ends. */
public final class Sentences {

    private static final String ENDS = "。！？!?．…";
    private static final String CLOSERS = "”’』」）)\"'»";
    private static final int INITIAL_CHARS_MAX = 3;

    private Sentences() {}

    /**
     * As many of the first sentences of the first lines as fit, at least a part of the first one,
     * which then ends in an ellipsis.
     *
     * @param charsMax how long it may be
     */
    public static String first(String text, int charsMax) {
        String line = text.replace('\n', ' ').strip();
        if (line.length() <= charsMax) {
            return line;
        }
        int end = 0;
        for (int at = 0; at < charsMax; at++) {
            if (endsSentence(line, at)) {
                int closed = afterClosers(line, at + 1);
                end = closed <= charsMax ? closed : end;
            }
        }
        return end > 0 ? line.substring(0, end) : cutWithin(line, charsMax);
    }

    private static boolean endsSentence(String line, int at) {
        char c = line.charAt(at);
        if (ENDS.indexOf(c) >= 0) {
            return true;
        }
        boolean period = c == '.' && at + 1 < line.length() && line.charAt(at + 1) == ' ';
        return period && !isAbbreviation(line, at) && !continuesSmall(line, at + 2);
    }

    /** Dr., U.S., J.: short, and with a capital or another period. */
    private static boolean isAbbreviation(String line, int period) {
        int start = line.lastIndexOf(' ', period - 1) + 1;
        String word = line.substring(start, period);
        boolean capital = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
        return (capital && word.length() <= INITIAL_CHARS_MAX) || word.indexOf('.') >= 0;
    }

    private static boolean continuesSmall(String line, int at) {
        return at < line.length() && Character.isLowerCase(line.charAt(at));
    }

    private static int afterClosers(String line, int from) {
        int end = from;
        while (end < line.length() && CLOSERS.indexOf(line.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static String cutWithin(String line, int charsMax) {
        String cut = SafeText.cut(line, charsMax - 1);
        int space = cut.lastIndexOf(' ');
        return (space > charsMax / 2 ? cut.substring(0, space) : cut) + "…";
    }
}
