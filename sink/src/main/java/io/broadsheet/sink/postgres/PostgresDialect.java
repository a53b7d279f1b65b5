package io.broadsheet.sink.postgres;

import io.broadsheet.sink.sql.Dialect;
import io.broadsheet.sink.sql.SqlError;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;

/** Errors go by SQLSTATE (RELIABILITY 4.2), times are {@code timestamptz}. */
final class PostgresDialect implements Dialect {

    @Override
    public SqlError classOf(SQLException error) {
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        return switch (state) {
            // read_only_sql_transaction: a standby, for now; object_in_use, lock_not_available
            case "25006", "55006", "55P03" -> SqlError.TRANSIENT;
            // the server gave up on a transaction that stood still, which was a dead client's
            case "25P02", "25P03", "25P04" -> SqlError.TRANSIENT;
            default -> byClass(state.length() < 2 ? state : state.substring(0, 2));
        };
    }

    private static SqlError byClass(String stateClass) {
        return switch (stateClass) {
            // connection; serialization, deadlock; resources; operator; system
            case "08", "40", "53", "57", "58" -> SqlError.TRANSIENT;
            // data exception; constraint; program limit exceeded
            case "22", "23", "54" -> SqlError.DATA;
            default -> SqlError.LASTING;
        };
    }

    @Override
    public void bindTime(PreparedStatement statement, int index, @Nullable Instant value)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(index, Calendar.held(value).atOffset(ZoneOffset.UTC));
        }
    }
}
