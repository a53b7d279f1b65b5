package io.broadsheet.enrich.step.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** What fingerprints tell of texts in scripts with and without spaces. */
class FingerprintStepTest {

    /** Scripts, by the first letter of their words. */
    enum Script {
        LATIN('a', 26, " "),
        ARABIC('\u0628', 18, " "),
        CHINESE('\u4e00', 3_000, "");

        private final char first;
        private final int letters;
        private final String between;

        Script(char first, int letters, String between) {
            this.first = first;
            this.letters = letters;
            this.between = between;
        }

        /** Made-up text of so many words of two to nine letters. */
        String text(int words, long seed) {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (int i = 0; i < words; i++) {
                int length = 2 + random.nextInt(8);
                for (int j = 0; j < length; j++) {
                    text.append((char) (first + random.nextInt(letters)));
                }
                text.append(between);
            }
            return text.toString();
        }
    }

    @ParameterizedTest
    @EnumSource(Script.class)
    void theShareOfEqualMinimaIsAboutTheShareOfCommonText(Script script) {
        String text = script.text(800, 1);
        String other = script.text(800, 2);
        for (double share : new double[] {0.05, 0.2, 0.5}) {
            int cut = (int) (text.length() * (1 - share));
            String edited = text.substring(0, cut) + other.substring(cut);
            double common = (1 - share) / (1 + share);

            assertThat(equal(of(text), of(edited))).isCloseTo(common, within(0.1));
        }
        assertThat(equal(of(text), of(other))).isLessThan(0.05);
    }

    @ParameterizedTest
    @EnumSource(Script.class)
    void nearDuplicatesHaveABandInCommonAndOthersHaveNone(Script script) {
        int met = 0;
        int missed = 0;
        Set<Long> seen = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            String text = script.text(400, seed);
            String edited = text.substring(0, (int) (text.length() * 0.82));
            Fingerprint print = of(text);
            print.bands().forEach(band -> assertThat(seen.add(band)).isTrue());
            boolean meets = of(edited).bands().stream().anyMatch(print.bands()::contains);
            met += meets ? 1 : 0;
            missed += meets ? 0 : 1;
        }
        assertThat(missed).isLessThan(met / 10);
    }

    @Test
    void layoutMakesNoDifferenceAndAnyLetterDoes() {
        String text = Script.LATIN.text(100, 3);
        Fingerprint print = of(text);

        Fingerprint again = of("\u201c" + text.toUpperCase(java.util.Locale.ROOT) + "\u201d\n");
        assertThat(again.textHash()).isEqualTo(print.textHash());
        assertThat(again.minima()).isEqualTo(print.minima());
        assertThat(again.simHash()).isEqualTo(print.simHash());
        assertThat(of(text + "x").textHash()).isNotEqualTo(print.textHash());
    }

    @Test
    void simHashesOfNearDuplicatesDifferInFewBits() {
        String text = Script.LATIN.text(800, 4);
        long one = of(text).simHash();
        assertThat(Long.bitCount(one ^ of(text + " And one sentence more.").simHash()))
                .isLessThan(10);
        assertThat(Long.bitCount(one ^ of(Script.LATIN.text(800, 5)).simHash())).isBetween(16, 48);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Too short.", "\u4f1a\u8bae\u53ec\u5f00", "   \n\t", "1234567890"})
    void ofTooLittleTextThereIsNone(String text) {
        assertThat(FingerprintStep.of(text)).isEmpty();
    }

    @Test
    void aHeadlineIsTheSameHoweverItIsWritten() {
        assertThat(FingerprintStep.ofHeadline("Council \u2013 VOTES today!", 10))
                .isEqualTo(FingerprintStep.ofHeadline("council votes today", 10))
                .isNotEqualTo(FingerprintStep.ofHeadline("Council votes tomorrow", 10))
                .isPresent();
        assertThat(FingerprintStep.ofHeadline("Weather", 15)).isEmpty();
    }

    @Test
    void fingerprintsAreTheSameInEveryVersion() {
        Fingerprint print = of(Script.LATIN.text(50, 9));
        assertThat(print.textHash()).isEqualTo(GOLDEN_HASH);
        assertThat(print.bands().getFirst()).isEqualTo(GOLDEN_BAND);
        assertThat(print.simHash()).isEqualTo(GOLDEN_SIM_HASH);
    }

    /** What is stored is compared with what comes later: change these only with a new processor. */
    private static final long GOLDEN_HASH = 0x1e3098c344999f80L;

    private static final long GOLDEN_BAND = 0xe020e8200faafaa8L;
    private static final long GOLDEN_SIM_HASH = 0xf988f72a5d0bbff5L;

    private static Fingerprint of(String text) {
        return FingerprintStep.of(text).orElseThrow();
    }

    private static double equal(Fingerprint one, Fingerprint other) {
        int equal = 0;
        for (int i = 0; i < one.minima().length; i++) {
            equal += one.minima()[i] == other.minima()[i] ? 1 : 0;
        }
        return (double) equal / one.minima().length;
    }
}
