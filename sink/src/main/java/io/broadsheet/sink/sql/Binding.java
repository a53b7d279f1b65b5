package io.broadsheet.sink.sql;

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
public final class Binding {

    private final PreparedStatement statement;
    private final Dialect dialect;
    private int filled;

    /**
     * @param statement kept by the caller
     * @param dialect how its database wants times
     */
    public Binding(PreparedStatement statement, Dialect dialect) {
        this.statement = statement;
        this.dialect = dialect;
    }

    /** A text. */
    public Binding text(@Nullable String value) throws SQLException {
        statement.setString(++filled, value);
        return this;
    }

    /** The name of a constant. */
    public Binding symbol(Enum<?> value) throws SQLException {
        return text(value.name());
    }

    /** A time. */
    public Binding time(@Nullable Instant value) throws SQLException {
        dialect.bindTime(statement, ++filled, value);
        return this;
    }

    /** A whole number. */
    public Binding number(long value) throws SQLException {
        statement.setLong(++filled, value);
        return this;
    }

    /** A whole number. */
    public Binding number(@Nullable Number value) throws SQLException {
        if (value != null) {
            return number(value.longValue());
        }
        statement.setNull(++filled, Types.BIGINT);
        return this;
    }

    /** Bytes; the buffer is left as it was. */
    public Binding bytes(@Nullable ByteBuffer value) throws SQLException {
        statement.setBytes(++filled, value == null ? null : copy(value));
        return this;
    }

    /** Adds what was filled to the statement's batch. The statement can be filled anew. */
    public void add() throws SQLException {
        filled = 0;
        statement.addBatch();
    }

    /** Executes, and answers how many rows changed. The statement can be filled anew. */
    public int run() throws SQLException {
        filled = 0;
        return statement.executeUpdate();
    }

    private static byte[] copy(ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return bytes;
    }
}
