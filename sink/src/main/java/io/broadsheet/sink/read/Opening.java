package io.broadsheet.sink.read;

/** What became of an attempt to open a store for reading. */
public sealed interface Opening {

    /**
     * It can be read.
     *
     * @param store to be closed by the caller
     */
    record Opened(StoreReader store) implements Opening {}

    /**
     * There is no database, or no table in it: nothing was ever stored there.
     *
     * @param store what the operator knows it by
     */
    record Absent(String store) implements Opening {}

    /**
     * It is there, and cannot be read as a store.
     *
     * @param store what the operator knows it by
     * @param reason for the operator
     */
    record Unreadable(String store, String reason) implements Opening {}
}
