package io.broadsheet.sink.store;

import java.util.List;

/**
 * What is saved in one transaction.
 *
 * @param spans how far each partition is carried forward; a partition occurs once
 * @param rows in the order of their partitions; may be empty where only offsets move
 */
public record Batch(List<Span> spans, List<Row> rows) {

    public Batch {
        spans = List.copyOf(spans);
        rows = List.copyOf(rows);
    }

    /**
     * One step forward in a partition.
     *
     * @param claim under which it is stored, with where the partition stands now
     * @param nextOffset where it stands afterwards
     */
    public record Span(Claim claim, long nextOffset) {}
}
