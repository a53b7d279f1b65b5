package io.broadsheet.sink.sql;

import io.broadsheet.sink.store.StoreResult.Counts;
import io.broadsheet.sink.store.StoreResult.Refusal;

import java.util.List;

/**
 * How writing rows went.
 *
 * @param counts what changed
 * @param refusals the rows that the database refuses for what they hold, in their order
 */
public record RowsWritten(Counts counts, List<Refusal> refusals) {

    public RowsWritten {
        refusals = List.copyOf(refusals);
    }
}
