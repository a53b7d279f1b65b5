package io.broadsheet.enrich.step.text;

import io.broadsheet.enrich.step.Scripts;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a text is.
 *
 * @param words runs of letters and digits; each character is one in scripts written without spaces
 * @param chars code points, line breaks excluded
 * @param timeRequired to read it silently, in whole seconds, empty if there is nothing to read
 */
public record TextCount(int words, int chars, Optional<Duration> timeRequired) {

    /**
     * Adults read English non-fiction silently at 238 words a minute: M. Brysbaert, How many words
     * do we read per minute?, Journal of Memory and Language 109, 2019, over 190 studies.
     */
    private static final int WORDS_PER_MINUTE = 238;

    /** The same, at about 1.7 characters for what is one word of English. */
    private static final int IDEOGRAPHS_PER_MINUTE = 400;

    private static final int SECONDS_PER_MINUTE = 60;

    /** Counts in one pass. */
    public static TextCount of(String text) {
        int words = 0;
        int ideographs = 0;
        int chars = 0;
        boolean inWord = false;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            boolean alone = isOneWord(c);
            boolean part = (!alone && isPartOfWord(c)) || (inWord && isJoiner(c));
            chars += c == '\n' ? 0 : 1;
            ideographs += alone ? 1 : 0;
            words += part && !inWord ? 1 : 0;
            inWord = part;
        }
        return new TextCount(words + ideographs, chars, time(words, ideographs));
    }

    private static Optional<Duration> time(int words, int ideographs) {
        double minutes =
                (double) words / WORDS_PER_MINUTE + (double) ideographs / IDEOGRAPHS_PER_MINUTE;
        return minutes == 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds((long) Math.ceil(minutes * SECONDS_PER_MINUTE)));
    }

    private static boolean isPartOfWord(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> Character.isLetterOrDigit(c);
        };
    }

    private static boolean isJoiner(int c) {
        return c == '\'' || c == '’' || c == '-' || c == 0x200C || c == 0x200D;
    }

    private static boolean isOneWord(int c) {
        if (c < 0x0E00 || !Character.isLetter(c)) {
            return false;
        }
        return switch (Scripts.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }
}
