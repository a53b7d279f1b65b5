package io.broadsheet.e2e.faults.machine;

/**
 * What happens at a commit to a database; the connection is cut in any case.
 *
 * @param before whether before the server hears of it, or after it has done it
 * @param action what is done then
 */
public record CommitTrap(boolean before, Runnable action) {

    /** None. */
    static final CommitTrap NONE = new CommitTrap(false, () -> {});

    boolean isNone() {
        return this == NONE;
    }
}
