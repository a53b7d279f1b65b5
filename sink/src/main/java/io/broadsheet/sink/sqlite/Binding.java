package io.broadsheet.sink.sqlite;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;

/**
 * Fills the parameters of a kept statement in order, so that a statement and its values read alike,
 * line by line. A null is an SQL NULL.
 */
final class Binding {

    private final PreparedStatement statement;
    private int filled;

    Binding(PreparedStatement statement) {
        this.statement = statement;
    }

    Binding text(@Nullable String value) throws SQLException {
        statement.setString(++filled, value);
        return this;
    }

    Binding symbol(Enum<?> value) throws SQLException {
        return text(value.name());
    }

    Binding time(@Nullable Instant value) throws SQLException {
        return text(value == null ? null : Timestamps.text(value));
    }

    Binding number(long value) throws SQLException {
        statement.setLong(++filled, value);
        return this;
    }

    Binding number(@Nullable Number value) throws SQLException {
        if (value != null) {
            return number(value.longValue());
        }
        statement.setNull(++filled, Types.INTEGER);
        return this;
    }

    Binding bytes(@Nullable ByteBuffer value) throws SQLException {
        statement.setBytes(++filled, value == null ? null : copy(value));
        return this;
    }

    /** Executes, and answers how many rows changed. The statement can be filled anew. */
    int run() throws SQLException {
        filled = 0;
        return statement.executeUpdate();
    }

    private static byte[] copy(ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return bytes;
    }
}
