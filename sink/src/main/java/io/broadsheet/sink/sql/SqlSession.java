package io.broadsheet.sink.sql;

import io.broadsheet.sink.store.Row;

import java.sql.SQLException;
import java.util.List;

/**
 * One connection with its kept statements. After an error that may be transient it is thrown away
 * and a new one opened, so that what is on disk is all that is believed.
 */
public interface SqlSession extends AutoCloseable {

    /** How far each partition is stored. */
    PartitionTable partitions();

    /** The dead letters. */
    LetterTable letters();

    /**
     * Writes rows in the open transaction. Where some are refused, all the others have been tried;
     * the caller rolls back.
     *
     * @throws SQLException for every error that is not of class {@link SqlError#DATA}
     */
    RowsWritten write(List<Row> rows) throws SQLException;

    /** Makes the open transaction last. */
    void commit() throws SQLException;

    /** Undoes the open transaction. */
    void rollback() throws SQLException;

    @Override
    void close() throws SQLException;
}
