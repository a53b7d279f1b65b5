package io.broadsheet.ingest.format.frontmatter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key of front matter taken as lines instead of YAML, with the lines that belong to it. This is
 * how a person reads text that a template wrote without escaping anything.
 *
 * @param key as written
 * @param line of the document, from 1
 * @param written all lines of the block, the key's own first, from the left edge
 * @param straightened whether the indentation of some line had to be mended
 */
record PlainLines(String key, int line, List<String> written, boolean straightened) {

    /** What opens a text on lines of its own, literal or folded. */
    private static final Pattern BLOCK_TEXT = Pattern.compile("[|>][-+0-9]{0,2}");

    /** The blocks in order; empty if the text begins with a line that belongs to none. */
    static Optional<List<PlainLines>> of(String yaml, int firstLine) {
        return new KeyedLines(yaml, firstLine).blocks();
    }

    /** The block as YAML of its own. */
    String yaml() {
        return String.join("\n", written);
    }

    /** What the block says if nothing in it is syntax but the dashes of a list. */
    FrontMatterValue plain() {
        String first = written.getFirst();
        String rest = first.substring(first.indexOf(':') + 1).strip();
        List<String> more = new ArrayList<>();
        for (String line : written.subList(1, written.size())) {
            if (!KeyedLines.isNothing(line)) {
                more.add(line.strip());
            }
        }
        if (BLOCK_TEXT.matcher(rest).matches()) {
            String separator = rest.startsWith("|") ? "\n" : " ";
            return PlainText.of(String.join(separator, more));
        }
        return rest.isEmpty() ? listed(more) : PlainText.of(joined(rest, more));
    }

    private static FrontMatterValue listed(List<String> lines) {
        if (lines.isEmpty()) {
            return new FrontMatterValue.Absent();
        }
        if (!lines.getFirst().startsWith("-")) {
            return PlainText.of(String.join("\n", lines));
        }
        List<FrontMatterValue> items = new ArrayList<>();
        for (String line : lines) {
            items.add(PlainText.of(line.startsWith("-") ? line.substring(1) : line));
        }
        return new FrontMatterValue.Items(items);
    }

    private static String joined(String first, List<String> more) {
        return more.isEmpty() ? first : first + " " + String.join(" ", more);
    }
}
