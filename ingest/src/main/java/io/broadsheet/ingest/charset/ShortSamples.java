package io.broadsheet.ingest.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What bytes of some scripts give away that statistics of letters do not see. */
final class ShortSamples {

    private static final Charset JAPANESE = Charset.forName("EUC-JP");
    private static final Charset ARABIC = Charset.forName("ISO-8859-6");

    private static final int PAIRS_MIN = 3;
    private static final int FIRST_ROW = 0xA1;
    private static final int HIRAGANA_ROW = 0xA4;
    private static final int KATAKANA_ROW = 0xA5;

    private ShortSamples() {}

    /**
     * EUC-JP, if all bytes that are not ASCII come in pairs and at least half of these are kana,
     * which stand in two rows of their own.
     */
    static Optional<Charset> kana(byte[] sample) {
        int pairs = 0;
        int kana = 0;
        for (int i = 0; i < sample.length; i += sample[i] < 0 ? 2 : 1) {
            if (sample[i] < 0) {
                if (!isPair(sample, i)) {
                    return Optional.empty();
                }
                pairs++;
                kana += isKanaRow(sample[i]) ? 1 : 0;
            }
        }
        return pairs >= PAIRS_MIN && 2 * kana >= pairs ? Optional.of(JAPANESE) : Optional.empty();
    }

    private static boolean isPair(byte[] sample, int at) {
        return (sample[at] & 0xFF) >= FIRST_ROW
                && at + 1 < sample.length
                && (sample[at + 1] & 0xFF) >= FIRST_ROW;
    }

    private static boolean isKanaRow(byte lead) {
        return (lead & 0xFF) == HIRAGANA_ROW || (lead & 0xFF) == KATAKANA_ROW;
    }

    /**
     * Arabic instead of a Cyrillic set of the Macintosh: the former has holes where the latter has
     * its small letters, so no Cyrillic text is valid in it.
     */
    static Optional<Charset> arabic(byte[] sample, String guess) {
        return guess.endsWith("maccyrillic")
                        && StrictDecoder.decode(sample, 0, ARABIC)
                                instanceof StrictDecoder.Result.Text
                ? Optional.of(ARABIC)
                : Optional.empty();
    }

    /** Whether a later part of a page may name its set, told without decoding it. */
    static boolean mentions(byte[] bytes, int from, int to, String lowerCaseAscii) {
        byte[] wanted = lowerCaseAscii.getBytes(StandardCharsets.US_ASCII);
        for (int i = from; i + wanted.length <= to; i++) {
            int matched = 0;
            while (matched < wanted.length && (bytes[i + matched] | 0x20) == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
