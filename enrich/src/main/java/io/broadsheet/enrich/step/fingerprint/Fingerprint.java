package io.broadsheet.enrich.step.fingerprint;

import java.util.List;

/**
 * A short stand-in for a text. All numbers are of letters and digits alone, see {@link FoldedText}.
 *
 * @param textHash over all of them in order: two texts with the same one read the same
 * @param weight how much there is to compare, in letters; a character of a dense script (Chinese,
 *     Japanese, Korean) counts as three
 * @param minima one byte for each of 256 bins; the share of equal ones is about the share of
 *     shingles (runs of 9 letters, or 5 characters of a dense script) that two texts have in common
 * @param numbers one byte for each of 32 bins of the numbers in the text; 0 where there is none
 * @param bands texts with a band in common are worth comparing: of those that share seven shingles
 *     in ten, 93 of 100 have one
 * @param simHash differs in few bits between near-duplicates
 */
@SuppressWarnings("ArrayRecordComponent") // carried through, compared by nobody
public record Fingerprint(
        long textHash, int weight, byte[] minima, byte[] numbers, List<Long> bands, long simHash) {}
