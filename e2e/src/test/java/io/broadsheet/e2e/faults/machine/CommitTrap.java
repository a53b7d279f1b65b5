package io.broadsheet.e2e.faults.machine;

/** What happens at the next commit to a database; the connection is cut in any case. */
public sealed interface CommitTrap {

    /** Nothing. */
    record None() implements CommitTrap {}

    /**
     * It springs.
     *
     * @param before whether before the server hears of it, or after it has done it
     * @param action what is done then
     */
    record Set(boolean before, Runnable action) implements CommitTrap {}
}
