package io.broadsheet.sink;

import io.broadsheet.sink.store.Row;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Stops a sink that would bury too much: then the fault is hardly the records', but a wrong
 * registry or a store that refuses everything, and stopping loses nothing (RELIABILITY 4.2).
 */
final class MassBreaker {

    private static final int WINDOW = 1_000;

    private final int inARowMax;
    private final int inWindowMax;
    private final Deque<Boolean> window = new ArrayDeque<>();
    private int inARow;

    MassBreaker(SinkConfig config) {
        inARowMax = config.buriedInARowMax();
        inWindowMax = config.buriedPerThousandMax();
    }

    /** Why these rows must not be stored, if they must not. */
    Optional<String> objection(List<Row> rows) {
        if (rows.stream().noneMatch(MassBreaker::isBuried)) {
            return Optional.empty();
        }
        Deque<Boolean> past = new ArrayDeque<>(window);
        int row = inARow;
        int longest = 0;
        for (Row next : rows) {
            row = isBuried(next) ? row + 1 : 0;
            longest = Math.max(longest, row);
            shift(past, isBuried(next));
        }
        long inWindow = past.stream().filter(buried -> buried).count();
        if (longest > inARowMax) {
            return Optional.of("%d records in a row, limit %d".formatted(longest, inARowMax));
        }
        return inWindow > inWindowMax
                ? Optional.of(
                        "%d of the last %d records, limit %d of %d"
                                .formatted(inWindow, past.size(), inWindowMax, WINDOW))
                : Optional.empty();
    }

    /** Remembers rows that were stored. */
    void stored(List<Row> rows) {
        for (Row row : rows) {
            inARow = isBuried(row) ? inARow + 1 : 0;
            shift(window, isBuried(row));
        }
    }

    private static void shift(Deque<Boolean> window, boolean buried) {
        window.add(buried);
        if (window.size() > WINDOW) {
            window.remove();
        }
    }

    private static boolean isBuried(Row row) {
        return row instanceof Row.OwnLetter;
    }
}
