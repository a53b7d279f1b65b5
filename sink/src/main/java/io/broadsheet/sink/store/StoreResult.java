package io.broadsheet.sink.store;

import java.util.List;

/** What became of a batch. Only {@link Stored} has changed anything. */
public sealed interface StoreResult
        permits StoreResult.Stored, StoreResult.Refused, StoreResult.Fenced, Unavailable {

    /**
     * Rows and offsets are safe on disk.
     *
     * @param counts what changed
     */
    record Stored(Counts counts) implements StoreResult {}

    /**
     * The database refuses some of the rows for what they hold. Save the batch again with a dead
     * letter in the place of each, so that the letter is written in the transaction of its offset.
     *
     * @param rows at least one
     */
    record Refused(List<Refusal> rows) implements StoreResult {

        public Refused {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Someone else has claimed a partition since: this writer must stop.
     *
     * @param detail which partition, under which epoch, for the operator
     */
    record Fenced(String detail) implements StoreResult {}

    /**
     * A row that the database refuses.
     *
     * @param row its index in the batch
     * @param reason the database's words
     */
    record Refusal(int row, String reason) {}

    /**
     * How many rows did what.
     *
     * @param articles articles written
     * @param unchanged articles that were not newer than the stored ones
     * @param removed articles forgotten
     * @param letters dead letters written
     */
    record Counts(int articles, int unchanged, int removed, int letters) {

        /** Nothing yet. */
        public static final Counts ZERO = new Counts(0, 0, 0, 0);

        /** Both together. */
        public Counts plus(Counts other) {
            return new Counts(
                    articles + other.articles,
                    unchanged + other.unchanged,
                    removed + other.removed,
                    letters + other.letters);
        }
    }
}
