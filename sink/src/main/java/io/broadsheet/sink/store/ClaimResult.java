package io.broadsheet.sink.store;

import java.util.List;

/** What became of an attempt to claim partitions. */
public sealed interface ClaimResult permits ClaimResult.Claimed, Unavailable {

    /**
     * All are ours.
     *
     * @param claims one for each partition asked for
     */
    record Claimed(List<Claim> claims) implements ClaimResult {

        public Claimed {
            claims = List.copyOf(claims);
        }
    }
}
