package io.broadsheet.ingest.format.frontmatter;

/**
 * A value that a template wrote between quotes without escaping. One pair of quotes is the
 * template's; where three and more stand at both ends the template was run over its own output, and
 * all of them go.
 */
final class PlainText {

    private static final int NESTED_QUOTES_MIN = 3;

    private PlainText() {}

    /** The text as a reader would take it. */
    static FrontMatterValue of(String written) {
        String text = written.strip();
        if (text.isEmpty() || text.equals("~")) {
            return new FrontMatterValue.Absent();
        }
        return new FrontMatterValue.Text(unquoted(text));
    }

    private static String unquoted(String text) {
        char quote = text.charAt(0);
        if (!isWrapped(text, '"') && !isWrapped(text, '\'')) {
            return text;
        }
        int run = Math.min(run(text, quote), runAtEnd(text, quote));
        if (run < NESTED_QUOTES_MIN || 2 * run >= text.length()) {
            return text.substring(1, text.length() - 1);
        }
        String inner = text.substring(run, text.length() - run);
        return isWrapped(inner, quote == '"' ? '\'' : '"')
                ? inner.substring(1, inner.length() - 1)
                : inner;
    }

    private static boolean isWrapped(String text, char quote) {
        return text.length() > 1
                && text.charAt(0) == quote
                && text.charAt(text.length() - 1) == quote;
    }

    private static int run(String text, char quote) {
        int length = 0;
        while (length < text.length() && text.charAt(length) == quote) {
            length++;
        }
        return length;
    }

    private static int runAtEnd(String text, char quote) {
        int length = 0;
        while (length < text.length() && text.charAt(text.length() - 1 - length) == quote) {
            length++;
        }
        return length;
    }
}
