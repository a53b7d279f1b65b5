package io.broadsheet.ingest.format.frontmatter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Front matter split into one block of lines for each key. A key stands at the left edge; one that
 * is indented counts too where the value before it is complete, because a scalar holds no keys.
 * Lines that are no key belong to the key before them, and so do all lines of a quoted text that
 * runs on. Tabs indent like two blanks, and what all lines are indented by is no indentation.
 */
final class KeyedLines {

    private static final int KEY_CHARS_MAX = 100;
    private static final int QUOTED_LINES_MAX = 10;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.-]{1,40}");

    /** How a value begins whose keys, if it has any, are its own. */
    private static final String NESTING = "{[|>&!*#";

    private final String[] lines;
    private final boolean[] straightened;
    private final int firstLine;
    private final List<PlainLines> blocks = new ArrayList<>();

    /**
     * @param firstLine line of the document at which the text begins
     */
    KeyedLines(String yaml, int firstLine) {
        this.lines = yaml.split("\n", -1);
        this.straightened = new boolean[lines.length];
        this.firstLine = firstLine;
        straighten();
    }

    /** The blocks in order; empty if the first line that says something is no key. */
    Optional<List<PlainLines>> blocks() {
        for (int i = 0; i < lines.length; i++) {
            Optional<String> key = keyAt(i);
            if (key.isPresent()) {
                int end = endOfBlock(i);
                blocks.add(block(key.get(), i, end));
                i = end - 1;
            } else if (!isNothing(lines[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(blocks);
    }

    private PlainLines block(String key, int from, int end) {
        boolean mended = false;
        List<String> written = new ArrayList<>();
        for (int i = from; i < end; i++) {
            written.add(i == from ? lines[i].strip() : lines[i]);
            mended |= straightened[i] || (i == from && isIndented(lines[i]));
        }
        return new PlainLines(key, firstLine + from, written, mended);
    }

    private int endOfBlock(int from) {
        String value = valueOf(lines[from]);
        int end = endOfQuoted(value, from) + 1;
        while (end < lines.length && !beginsBlock(end, value)) {
            end++;
        }
        return end;
    }

    private boolean beginsBlock(int at, String valueBefore) {
        Optional<String> key = keyAt(at);
        return isIndented(lines[at])
                ? key.filter(KeyedLines::isWord).isPresent() && isComplete(valueBefore)
                : key.isPresent();
    }

    /** Whether the value cannot have keys on the lines below it. */
    private static boolean isComplete(String value) {
        return !value.isEmpty() && NESTING.indexOf(value.charAt(0)) < 0;
    }

    /** The line on which a quoted text ends, if it runs on; else the one it begins on. */
    private int endOfQuoted(String value, int from) {
        if (!opensQuote(value)) {
            return from;
        }
        String quote = value.substring(0, 1);
        int last = Math.min(lines.length - 1, from + QUOTED_LINES_MAX);
        for (int i = from + 1; i <= last && keyAt(i).filter(KeyedLines::isWord).isEmpty(); i++) {
            if (lines[i].strip().endsWith(quote)) {
                return i;
            }
        }
        return from;
    }

    private static boolean opensQuote(String value) {
        boolean quoted = value.startsWith("'") || value.startsWith("\"");
        return quoted && (value.length() == 1 || !value.endsWith(value.substring(0, 1)));
    }

    private static String valueOf(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }

    /** The key of a line: up to the first colon with nothing or a blank behind. */
    private Optional<String> keyAt(int at) {
        String line = lines[at].strip();
        if (isNothing(line) || line.equals("-") || line.startsWith("- ")) {
            return Optional.empty();
        }
        int colon = line.indexOf(':');
        while (colon >= 0 && colon + 1 < line.length() && line.charAt(colon + 1) > ' ') {
            colon = line.indexOf(':', colon + 1);
        }
        return colon < 0
                ? Optional.empty()
                : Optional.of(line.substring(0, colon).strip()).filter(KeyedLines::isKey);
    }

    private static boolean isKey(String text) {
        boolean quoted = text.startsWith("\"") || text.startsWith("'");
        return !text.isEmpty() && !quoted && text.length() <= KEY_CHARS_MAX;
    }

    private static boolean isWord(String key) {
        return WORD.matcher(key).matches();
    }

    private static boolean isIndented(String line) {
        return !line.isEmpty() && line.charAt(0) <= ' ';
    }

    /** Whether a line is blank or a comment. */
    static boolean isNothing(String line) {
        return line.isBlank() || line.charAt(0) == '#';
    }

    private void straighten() {
        int common = Integer.MAX_VALUE;
        for (int i = 0; i < lines.length; i++) {
            String straight = withoutTabs(lines[i]);
            straightened[i] = !straight.equals(lines[i]);
            lines[i] = straight;
            common = straight.isBlank() ? common : Math.min(common, indentation(straight));
        }
        for (int i = 0; i < lines.length && common > 0 && common < Integer.MAX_VALUE; i++) {
            straightened[i] = true;
            lines[i] = lines[i].substring(Math.min(common, indentation(lines[i])));
        }
    }

    private static int indentation(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static String withoutTabs(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return line.substring(0, at).replace("\t", "  ") + line.substring(at);
    }
}
