package io.broadsheet.desk.flow;

import io.broadsheet.operate.cluster.Place;

import java.util.Optional;

/**
 * What became of what was read: {@code read = stored + unchanged + duplicates + buried}, once
 * nothing is under way.
 *
 * @param read raw records, and documents that never became one
 * @param stored raw records that made a version, and were not buried by a store
 * @param unchanged said what they had said before
 * @param duplicates said what another had said
 * @param buried lie in the dead letters
 * @param underWay raw records whose outcome is not known yet
 * @param oldest the first of those
 * @param whole whether all that the topics hold is counted, and not only their latest records
 */
public record Account(
        long read,
        long stored,
        long unchanged,
        long duplicates,
        long buried,
        long underWay,
        Optional<Place> oldest,
        boolean whole) {

    /** Whether nothing is missing and nothing is counted twice. */
    public boolean balances() {
        return read == stored + unchanged + duplicates + buried;
    }
}
