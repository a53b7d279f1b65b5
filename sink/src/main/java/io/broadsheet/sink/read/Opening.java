package io.broadsheet.sink.read;

import java.nio.file.Path;

/** What became of an attempt to open a store for reading. */
public sealed interface Opening {

    /**
     * It can be read.
     *
     * @param store to be closed by the caller
     */
    record Opened(StoreReader store) implements Opening {}

    /** There is no database: nothing was ever stored under this data directory. */
    record Absent(Path file) implements Opening {}

    /**
     * There is a file, and it cannot be read as a store.
     *
     * @param reason for the operator
     */
    record Unreadable(Path file, String reason) implements Opening {}
}
