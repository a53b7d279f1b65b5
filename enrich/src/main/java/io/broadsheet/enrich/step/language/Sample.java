package io.broadsheet.enrich.step.language;

import io.broadsheet.runtime.failure.SafeText;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of an article that are looked at: its title and, of a long text, pieces from several
 * places, because an article may begin with a dateline and end with a notice in another language. A
 * few hundred characters tell a language as well as thousands.
 */
final class Sample {

    private static final int TITLE_CHARS_MAX = 120;
    private static final int PART_CHARS = 80;
    private static final int PARTS_MAX = 3;

    /** How far a piece is moved to begin with a whole word. */
    private static final int SHIFT_MAX = 24;

    private Sample() {}

    /** At least one part; each may be blank. */
    static List<String> of(String title, String text) {
        List<String> parts = new ArrayList<>();
        if (!title.isBlank()) {
            parts.add(SafeText.cut(title, TITLE_CHARS_MAX));
        }
        if (text.length() <= PART_CHARS * PARTS_MAX) {
            addAll(text, parts);
        } else {
            addPieces(text, parts);
        }
        return parts;
    }

    private static void addAll(String text, List<String> parts) {
        int from = 0;
        do {
            int end = text.length() - from <= PART_CHARS ? text.length() : cut(text, from);
            parts.add(text.substring(from, end));
            from = end;
        } while (from < text.length());
    }

    private static int cut(String text, int from) {
        return wordFrom(text, from + PART_CHARS - SHIFT_MAX);
    }

    private static void addPieces(String text, List<String> parts) {
        int room = text.length() - PART_CHARS;
        for (int part = 0; part < PARTS_MAX; part++) {
            int from = wordFrom(text, room * part / PARTS_MAX + room / (2 * PARTS_MAX));
            parts.add(text.substring(from, Math.min(text.length(), from + PART_CHARS)));
        }
    }

    /** Where a word begins near a place; the place itself where words are not parted. */
    private static int wordFrom(String text, int place) {
        int last = Math.min(text.length() - 1, place + SHIFT_MAX);
        for (int at = place; at < last; at++) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at + 1;
            }
        }
        return Character.isLowSurrogate(text.charAt(place)) ? place + 1 : place;
    }
}
