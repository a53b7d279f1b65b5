package io.broadsheet.enrich.step.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Random;

/** Counting bits all at once gives what counting them one by one does. */
class BitMajorityTest {

    @Test
    void itIsWhatCountingOneByOneGives() {
        var random = new Random(5);
        for (int numbers = 1; numbers <= 256; numbers += 17) {
            var majority = new BitMajority(numbers);
            int[] counts = new int[Long.SIZE];
            for (int i = 0; i < numbers; i++) {
                long number = random.nextLong();
                majority.add(number);
                for (int bit = 0; bit < Long.SIZE; bit++) {
                    counts[bit] += (int) (number >>> bit & 1);
                }
            }
            long expected = 0;
            for (int bit = 0; bit < Long.SIZE; bit++) {
                expected |= 2 * counts[bit] > numbers ? 1L << bit : 0;
            }
            assertThat(majority.majority()).isEqualTo(expected);
        }
    }
}
