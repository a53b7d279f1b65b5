package io.broadsheet.e2e.faults.reading;

import io.broadsheet.e2e.faults.check.Evidence;
import io.broadsheet.e2e.faults.check.Found;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** All that lies in the store, and what a trigger has seen of how it came there. */
public final class StoreReading {

    private StoreReading() {}

    /** Reads. */
    public static Evidence.Store read(Connection connection, String schema) throws SQLException {
        List<Found.Row> rows =
                query(
                        connection,
                        "SELECT article_id, version, state, headline, record ->> 'articleBody' FROM "
                                + schema
                                + ".article",
                        row ->
                                new Found.Row(
                                        row.getString(1),
                                        row.getInt(2),
                                        row.getString(3),
                                        row.getString(4) + "\n" + row.getString(5)));
        List<Found.Write> writes =
                query(
                        connection,
                        "SELECT number, at, article_id, version FROM "
                                + schema
                                + ".article_write ORDER BY number",
                        row ->
                                new Found.Write(
                                        row.getLong(1),
                                        row.getTimestamp(2).toInstant(),
                                        row.getString(3),
                                        row.getInt(4)));
        List<Found.LetterRow> letters =
                query(
                        connection,
                        "SELECT dead_letter_id, code FROM " + schema + ".dead_letter",
                        row -> new Found.LetterRow(row.getString(1), row.getString(2)));
        return new Evidence.Store(rows, writes, letters);
    }

    /**
     * What a row says.
     *
     * @param <T> type of it
     */
    interface RowMapper<T> {
        T of(ResultSet row) throws SQLException;
    }

    static <T> List<T> query(Connection connection, String sql, RowMapper<T> mapper)
            throws SQLException {
        List<T> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                all.add(mapper.of(rows));
            }
        }
        return all;
    }
}
