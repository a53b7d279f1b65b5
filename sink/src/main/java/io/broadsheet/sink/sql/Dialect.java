package io.broadsheet.sink.sql;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** Where databases differ in what a statement means. */
public interface Dialect {

    /** The class of an error. */
    SqlError classOf(SQLException error);

    /**
     * Fills a parameter with a time, in milliseconds: the precision of the contract, so that a time
     * that went through Kafka equals the one that did not.
     *
     * @param value null is an SQL NULL
     */
    void bindTime(PreparedStatement statement, int index, @Nullable Instant value)
            throws SQLException;
}
