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

    private static final int TITLE_CHARS_MAX = 80;

    /** A text up to this is looked at as a whole, in parts. */
    private static final int WHOLE_CHARS_MAX = 240;

    private static final int PART_CHARS = 80;

    /** Of a longer one so many pieces of so many characters. */
    private static final int PIECES = 3;

    private static final int PIECE_CHARS = 50;

    /** How far a piece is moved to begin with a whole word. */
    private static final int SHIFT_MAX = 24;

    private Sample() {}

    /** At least one part; each may be blank. */
    static List<String> of(String title, String text) {
        List<String> parts = new ArrayList<>();
        if (!title.isBlank()) {
            parts.add(SafeText.cut(title, TITLE_CHARS_MAX));
        }
        if (text.length() <= WHOLE_CHARS_MAX) {
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
        int room = text.length() - PIECE_CHARS - SHIFT_MAX;
        for (int piece = 0; piece < PIECES; piece++) {
            int from = wordFrom(text, (int) ((long) room * (2 * piece + 1) / (2 * PIECES)));
            parts.add(text.substring(from, from + PIECE_CHARS));
        }
    }

    /** Where a word begins near a place; the place itself where words are not parted. */
    private static int wordFrom(String text, int place) {
        for (int at = place; at < place + SHIFT_MAX; at++) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at + 1;
            }
        }
        return Character.isLowSurrogate(text.charAt(place)) ? place + 1 : place;
    }
}
