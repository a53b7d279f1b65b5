package io.broadsheet.ingest.charset;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;

import org.mozilla.universalchardet.UniversalDetector;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The likeliest character set of bytes that are not UTF-8 and declare nothing. juniversalchardet
 * knows Cyrillic, Greek, Hebrew, Thai and the East Asian sets; where it says nothing, or only
 * "Western", ICU is asked, which knows Latin-2, Turkish and Arabic too.
 */
final class CharsetGuess {

    private static final int SAMPLE_BYTES = 64 * 1024;
    private static final int LEAD_BYTES = 256;

    /** With fewer of them in a shorter text any answer would be invented. */
    private static final int HIGH_BYTES_MIN = 8;

    private static final int TEXT_BYTES_MIN = 256;
    private static final int ICU_CONFIDENCE_MIN = 20;

    /** Answers of the first that mean no more than "some single-byte set". */
    private static final Set<String> VAGUE =
            Set.of("windows-1252", "us-ascii", "iso-8859-1", "utf-8", "macroman", "x-mac-roman");

    private CharsetGuess() {}

    static Optional<Charset> of(byte[] bytes) {
        byte[] sample = sample(bytes);
        if (bytes.length < TEXT_BYTES_MIN && highBytes(sample) < HIGH_BYTES_MIN) {
            return Optional.empty();
        }
        Optional<String> first = universal(sample);
        if (first.isPresent() && !VAGUE.contains(first.get())) {
            return ShortSamples.arabic(sample, first.get())
                    .or(() -> first.flatMap(CharsetLabels::charset));
        }
        Optional<Charset> kana = ShortSamples.kana(sample);
        if (kana.isPresent()) {
            return kana;
        }
        return icu(sample).or(() -> first).flatMap(CharsetLabels::charset);
    }

    /** From a little before the first byte that is not ASCII: markup before it says nothing. */
    private static byte[] sample(byte[] bytes) {
        int first = 0;
        while (first < bytes.length && bytes[first] >= 0) {
            first++;
        }
        int from = Math.max(0, first - LEAD_BYTES);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + SAMPLE_BYTES));
    }

    private static int highBytes(byte[] sample) {
        int count = 0;
        for (byte one : sample) {
            count += one < 0 ? 1 : 0;
        }
        return count;
    }

    private static Optional<String> universal(byte[] sample) {
        var detector = new UniversalDetector();
        detector.handleData(sample);
        detector.dataEnd();
        return Optional.ofNullable(detector.getDetectedCharset())
                .map(name -> name.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> icu(byte[] sample) {
        var detector = new CharsetDetector();
        detector.enableInputFilter(true);
        detector.setText(sample);
        CharsetMatch match = detector.detect();
        return match == null || match.getConfidence() < ICU_CONFIDENCE_MIN
                ? Optional.empty()
                : Optional.of(match.getName().toLowerCase(Locale.ROOT));
    }
}
