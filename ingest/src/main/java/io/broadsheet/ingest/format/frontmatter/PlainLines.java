package io.broadsheet.ingest.format.frontmatter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Front matter taken as lines instead of YAML: each key at the left edge with the lines that belong
 * to it. This is how a person reads text that a template wrote without escaping anything.
 *
 * @param key as written
 * @param line of the document, from 1
 * @param written all lines of the block, the key's own first
 */
record PlainLines(String key, int line, List<String> written) {

    private static final int KEY_CHARS_MAX = 100;

    /** The blocks in order; empty if some line belongs to none. */
    static Optional<List<PlainLines>> of(String yaml, int firstLine) {
        List<PlainLines> blocks = new ArrayList<>();
        String[] lines = yaml.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Optional<String> key = keyOf(lines[i]);
            if (key.isPresent()) {
                blocks.add(new PlainLines(key.get(), firstLine + i, new ArrayList<>()));
            } else if (!continues(lines[i])) {
                return Optional.empty();
            }
            if (!blocks.isEmpty()) {
                blocks.getLast().written.add(lines[i]);
            } else if (!isNothing(lines[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(blocks);
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
            if (!isNothing(line)) {
                more.add(line.strip());
            }
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

    /**
     * The key that begins at the left edge: up to the first colon with nothing or a blank behind.
     */
    private static Optional<String> keyOf(String line) {
        if (isNothing(line) || continues(line)) {
            return Optional.empty();
        }
        int colon = line.indexOf(':');
        while (colon >= 0 && colon + 1 < line.length() && line.charAt(colon + 1) > ' ') {
            colon = line.indexOf(':', colon + 1);
        }
        return colon < 0
                ? Optional.empty()
                : Optional.of(line.substring(0, colon).strip()).filter(PlainLines::isKey);
    }

    private static boolean isKey(String text) {
        boolean quoted = text.startsWith("\"") || text.startsWith("'");
        return !text.isEmpty() && !quoted && text.length() <= KEY_CHARS_MAX;
    }

    private static boolean continues(String line) {
        return isNothing(line)
                || line.charAt(0) <= ' '
                || line.equals("-")
                || line.startsWith("- ");
    }

    private static boolean isNothing(String line) {
        return line.isBlank() || line.charAt(0) == '#';
    }
}
