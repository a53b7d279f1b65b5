package io.broadsheet.ingest.charset;

import java.util.Arrays;

/**
 * How much some bytes look like UTF-8.
 *
 * @param sequences valid sequences of two and more bytes
 * @param longSequences those of three and more
 * @param badBytes bytes that are in no valid sequence and not ASCII
 * @param surrogates sequences that encode a lone surrogate, counted as bad nowhere
 */
record Utf8Evidence(int sequences, int longSequences, int badBytes, int surrogates) {

    private static final int SEQUENCES_MIN = 4;
    private static final int SEQUENCES_PER_BAD_BYTE = 4;

    static Utf8Evidence of(byte[] bytes) {
        int sequences = 0;
        int longSequences = 0;
        int bad = 0;
        int surrogates = 0;
        for (int i = 0; i < bytes.length; ) {
            int length = lengthAt(bytes, i);
            if (length > 1) {
                sequences++;
                longSequences += length > 2 ? 1 : 0;
            } else if (surrogateAt(bytes, i)) {
                surrogates++;
                length = 3;
            } else if (length == 0) {
                bad++;
                length = 1;
            }
            i += length;
        }
        return new Utf8Evidence(sequences, longSequences, bad, surrogates);
    }

    /** Other character sets hardly ever make so many valid sequences by chance. */
    boolean isPlain() {
        return badBytes == 0 && (longSequences > 0 || sequences >= SEQUENCES_MIN);
    }

    /** UTF-8 that was damaged: taken for another set it would be nonsense. */
    boolean isDamaged() {
        return badBytes > 0
                && longSequences > 0
                && sequences >= (long) SEQUENCES_PER_BAD_BYTE * badBytes;
    }

    /** A copy in which each lone surrogate is U+FFFD. */
    static byte[] withoutSurrogates(byte[] bytes) {
        byte[] copy = Arrays.copyOf(bytes, bytes.length);
        for (int i = 0; i + 2 < copy.length; i++) {
            if (surrogateAt(copy, i)) {
                copy[i] = (byte) 0xEF;
                copy[i + 1] = (byte) 0xBF;
                copy[i + 2] = (byte) 0xBD;
            }
        }
        return copy;
    }

    /** 1 for ASCII, 2 to 4 for a valid sequence, 0 for anything else (RFC 3629, section 4). */
    private static int lengthAt(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        int length = announced(lead);
        for (int i = 1; i < length; i++) {
            if (at + i >= bytes.length || (bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length > 2 && !secondFits(lead, bytes[at + 1] & 0xFF) ? 0 : length;
    }

    private static int announced(int lead) {
        if (lead < 0x80) {
            return 1;
        }
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }

    private static boolean secondFits(int lead, int second) {
        return switch (lead) {
            case 0xE0 -> second >= 0xA0;
            case 0xED -> second < 0xA0;
            case 0xF0 -> second >= 0x90;
            case 0xF4 -> second < 0x90;
            default -> true;
        };
    }

    private static boolean surrogateAt(byte[] bytes, int at) {
        return at + 2 < bytes.length
                && (bytes[at] & 0xFF) == 0xED
                && (bytes[at + 1] & 0xE0) == 0xA0
                && (bytes[at + 2] & 0xC0) == 0x80;
    }
}
