package io.broadsheet.sink.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Asks the database and hands over its rows one by one, however many there are. */
final class Query implements AutoCloseable {

    /** PostgreSQL's driver would hold all rows otherwise. */
    private static final int ROWS_IN_HAND = 100;

    private final Connection connection;

    Query(Connection connection) {
        this.connection = connection;
    }

    /** Takes one row. */
    interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    void each(String sql, RowConsumer consumer, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(ROWS_IN_HAND);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(rows);
                }
            }
            letGo();
        } catch (SQLException e) {
            throw new StoreUnreadableException(e);
        }
    }

    /** A server keeps old rows for as long as a transaction may ask for them. */
    private void letGo() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }

    /** Rows of a name and a number, in the order of the names. */
    Map<String, Long> counts(String sql) {
        Map<String, Long> counts = new TreeMap<>();
        each(sql, row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreUnreadableException(e);
        }
    }
}
