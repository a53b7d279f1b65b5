package io.broadsheet.runtime.settings;

/**
 * A value that is never shown: in a log, a message or a dump it is four stars.
 *
 * @param value the secret itself; empty if there is none
 */
public record Secret(String value) {

    /** None. */
    public static final Secret NONE = new Secret("");

    /** Whether there is none. */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    @Override
    public String toString() {
        return isEmpty() ? "" : "****";
    }
}
