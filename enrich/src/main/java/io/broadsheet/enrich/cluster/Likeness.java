package io.broadsheet.enrich.cluster;

import io.broadsheet.v1.ArticleSketch;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/**
 * How much two sketches have in common.
 *
 * @param shingles the share of all shingles of both that both have, 0 to 1, estimated
 * @param contained the share of the shorter one's shingles that the longer one has, estimated
 * @param lengths the shorter one's length by the longer one's
 * @param numbers the share of the numbers in both that both have; 1 if either has fewer than six
 */
record Likeness(double shingles, double contained, double lengths, double numbers) {

    /** Fewer numbers say nothing. */
    private static final int NUMBERS_MIN = 6;

    static Likeness of(ArticleSketch one, ArticleSketch other) {
        double shingles = equalShare(one.getMinima(), other.getMinima());
        double shorter = Math.min(one.getWeight(), other.getWeight());
        double longer = Math.max(one.getWeight(), other.getWeight());
        double common = shingles / (1 + shingles) * (shorter + longer);
        return new Likeness(
                shingles,
                Math.min(1, common / shorter),
                shorter / longer,
                numbers(one.getNumbers(), other.getNumbers()));
    }

    /** Whether both have a number and it is the same. */
    static boolean same(@Nullable Long one, @Nullable Long other) {
        return one != null && one.equals(other);
    }

    /** Chance makes one byte in 256 equal. */
    private static double equalShare(ByteBuffer one, ByteBuffer other) {
        int bins = Math.min(one.remaining(), other.remaining());
        int equal = 0;
        for (int i = 0; i < bins; i++) {
            equal += one.get(one.position() + i) == other.get(other.position() + i) ? 1 : 0;
        }
        double share = (double) equal / Math.max(1, bins);
        return Math.max(0, (share - CHANCE) / (1 - CHANCE));
    }

    private static final double CHANCE = 1.0 / 256;

    private static double numbers(ByteBuffer one, ByteBuffer other) {
        int bins = Math.min(one.remaining(), other.remaining());
        int ones = 0;
        int others = 0;
        int common = 0;
        for (int i = 0; i < bins; i++) {
            byte left = one.get(one.position() + i);
            byte right = other.get(other.position() + i);
            ones += left != 0 ? 1 : 0;
            others += right != 0 ? 1 : 0;
            common += left != 0 && left == right ? 1 : 0;
        }
        return Math.min(ones, others) < NUMBERS_MIN
                ? 1
                : (double) common / (ones + others - common);
    }
}
