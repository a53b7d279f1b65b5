package io.broadsheet.e2e.faults.bugs;

/** The part is dead from here on: nothing is closed in order, nothing is finished. */
final class KilledException extends RuntimeException {

    private static final long serialVersionUID = 1;
}
