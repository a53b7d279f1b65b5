package io.broadsheet.enrich.revision;

import io.broadsheet.state.v1.Segment;
import io.broadsheet.state.v1.TextSketch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sketches of texts: small enough to keep for every article, fine enough to tell how much of one
 * text is new in another. Only what a reader reads counts: case, white space, punctuation and
 * control characters do not. A text is cut into sentences at sentence marks and line ends.
 */
public final class TextSketches {

    /** A text of more sentences has them all in the last one. */
    static final int SEGMENTS_MAX = 2_048;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final String SENTENCE_MARKS = ".!?;\n\u3002\uff01\uff1f\uff1b\u2026\u061f\u0964";

    private static final int UNREAD = -1;
    private static final int IDEOGRAPH_FIRST = 0x4e00;
    private static final int IDEOGRAPH_LAST = 0x9fff;

    private TextSketches() {}

    /** The sketch of a text. */
    public static TextSketch of(String text) {
        Drawing drawing = new Drawing();
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            drawing.add(codePoint);
            at += Character.charCount(codePoint);
        }
        return drawing.finish();
    }

    /** Whether both texts read the same, letter for letter. */
    public static boolean sameLetters(TextSketch one, TextSketch other) {
        return one.getHash() == other.getHash();
    }

    /**
     * How much of the longer text stands in sentences that the other has not, 0 to 1. Sentences
     * that only moved count as kept.
     */
    public static double changedShare(TextSketch before, TextSketch after) {
        long lettersBefore = letters(before);
        long lettersAfter = letters(after);
        long longer = Math.max(lettersBefore, lettersAfter);
        if (longer == 0) {
            return 0;
        }
        long kept = keptLetters(before, after);
        return (double) (longer - kept) / longer;
    }

    private static long letters(TextSketch sketch) {
        return sketch.getSegments().stream().mapToLong(Segment::getLetters).sum();
    }

    private static long keptLetters(TextSketch before, TextSketch after) {
        Map<Long, Integer> had = new HashMap<>();
        before.getSegments().forEach(s -> had.merge(s.getHash(), 1, Integer::sum));
        long kept = 0;
        for (Segment segment : after.getSegments()) {
            int left = had.getOrDefault(segment.getHash(), 0);
            if (left > 0) {
                had.put(segment.getHash(), left - 1);
                kept += segment.getLetters();
            }
        }
        return kept;
    }

    /**
     * A letter as it is compared, or {@link #UNREAD}. Ideographs, most of what there is in Chinese
     * and Japanese, need not be looked up.
     */
    private static int folded(int codePoint) {
        if (codePoint >= IDEOGRAPH_FIRST && codePoint <= IDEOGRAPH_LAST) {
            return codePoint;
        }
        return isRead(codePoint) ? Character.toLowerCase(codePoint) : UNREAD;
    }

    private static boolean isRead(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                    false;
            default -> true;
        };
    }

    /** A sketch being drawn, one code point after the other. */
    private static final class Drawing {

        private final List<Segment> segments = new ArrayList<>();
        private long hash = FNV_OFFSET;
        private long segmentHash = FNV_OFFSET;
        private int segmentLetters;

        void add(int codePoint) {
            int folded = folded(codePoint);
            if (folded != UNREAD) {
                hash = (hash ^ folded) * FNV_PRIME;
                segmentHash = (segmentHash ^ folded) * FNV_PRIME;
                segmentLetters++;
            } else if (SENTENCE_MARKS.indexOf(codePoint) >= 0
                    && segments.size() < SEGMENTS_MAX - 1) {
                endSegment();
            }
        }

        TextSketch finish() {
            endSegment();
            return TextSketch.newBuilder().setHash(hash).setSegments(segments).build();
        }

        private void endSegment() {
            if (segmentLetters > 0) {
                segments.add(new Segment(segmentHash, segmentLetters));
                segmentHash = FNV_OFFSET;
                segmentLetters = 0;
            }
        }
    }
}
