package io.broadsheet.sink.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** An operator's own connections to a database, beside those of the store. */
public final class Desk {

    private final Source source;

    public Desk(Source source) {
        this.source = source;
    }

    /** Opens a connection. */
    public interface Source {
        Connection connect() throws SQLException;
    }

    /** A connection for a test that needs one for longer; autocommit is on. */
    public Connection connect() {
        try {
            return source.connect();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Executes statements. */
    public void execute(String sql) {
        try (Connection connection = source.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The first column of the answer. */
    public List<String> query(String sql) {
        List<String> values = new ArrayList<>();
        try (Connection connection = source.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return values;
    }
}
