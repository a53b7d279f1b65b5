package io.broadsheet.sink.sqlite;

import io.broadsheet.sink.sql.Dialect;
import io.broadsheet.sink.sql.SqlError;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** SQLite knows no times, so they are texts that sort as they do; its errors are result codes. */
final class SqliteDialect implements Dialect {

    private static final int PRIMARY_CODE_BITS = 0xff;

    @Override
    public SqlError classOf(SQLException error) {
        return switch (error.getErrorCode() & PRIMARY_CODE_BITS) {
            // BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, FULL, CANTOPEN, PROTOCOL
            case 5, 6, 7, 8, 9, 10, 13, 14, 15 -> SqlError.TRANSIENT;
            // TOOBIG, CONSTRAINT, MISMATCH
            case 18, 19, 20 -> SqlError.DATA;
            default -> SqlError.LASTING;
        };
    }

    @Override
    public void bindTime(PreparedStatement statement, int index, @Nullable Instant value)
            throws SQLException {
        statement.setString(index, value == null ? null : Timestamps.text(value));
    }
}
