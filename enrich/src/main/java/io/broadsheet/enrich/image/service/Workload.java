package io.broadsheet.enrich.image.service;

/**
 * How much is taken on at once.
 *
 * @param inFlightMax checks under way at all hosts together, each with what it keeps of its image
 * @param openMax requests in hand, waiting or on the way; at this, no more are taken in
 * @param hostQueueMax images that wait for one host; those of more are answered as
 *     BUDGET_EXHAUSTED, so that a flood for one host does not hold up the others
 * @param spanMax records of one partition in hand, from the first that is not done; at this, no
 *     more of the partition are taken in
 * @param knownMax images whose last check is remembered, some hundred bytes each
 */
public record Workload(int inFlightMax, int openMax, int hostQueueMax, int spanMax, int knownMax) {

    /** Refuses impossible bounds. */
    public Workload {
        if (inFlightMax < 1 || openMax < 1 || hostQueueMax < 1 || spanMax < 1 || knownMax < 0) {
            throw new IllegalArgumentException("a bound of the workload is too low");
        }
    }

    /** 200 on the way, 5,000 in hand, 600 for a host, 2,000 of a partition, 50,000 known. */
    public static Workload defaults() {
        return new Workload(200, 5_000, 600, 2_000, 50_000);
    }
}
