package io.broadsheet.sink.sql;

/** What an error of a database means for a sink (RELIABILITY 4.2). */
public enum SqlError {
    /** The same may succeed later: wait, and try again on a new connection. */
    TRANSIENT,
    /** The row is at fault, and the next one may succeed. */
    DATA,
    /** Waiting does not help: no such table, no right to it, damaged. */
    LASTING
}
