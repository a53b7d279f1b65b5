package io.broadsheet.sink.sqlite;

import java.sql.SQLException;

/**
 * What an error of SQLite means for a sink (RELIABILITY 4.2, by result code in place of SQLSTATE).
 */
enum SqliteError {
    /** The same may succeed later: busy, disk full, input or output error. */
    TRANSIENT,
    /** The row is at fault, and the next one may succeed. */
    DATA,
    /** Waiting does not help: damaged, no database, no such table. */
    LASTING;

    private static final int PRIMARY_CODE_BITS = 0xff;

    /** The class of an error. */
    static SqliteError of(SQLException error) {
        return switch (error.getErrorCode() & PRIMARY_CODE_BITS) {
            // BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, FULL, CANTOPEN, PROTOCOL
            case 5, 6, 7, 8, 9, 10, 13, 14, 15 -> TRANSIENT;
            // TOOBIG, CONSTRAINT, MISMATCH
            case 18, 19, 20 -> DATA;
            default -> LASTING;
        };
    }
}
