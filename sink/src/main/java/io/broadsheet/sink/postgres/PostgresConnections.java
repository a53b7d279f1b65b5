package io.broadsheet.sink.postgres;

import io.broadsheet.sink.postgres.PostgresAddress.Role;

import org.postgresql.ds.PGSimpleDataSource;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * Opens connections whose every wait is bounded, on both sides: a client that is gone lets go of
 * its locks within 15 s, a server that is gone is noticed within 20 s (RELIABILITY 4.2).
 */
public final class PostgresConnections {

    private static final Duration ANSWER_TIME_MAX = Duration.ofSeconds(20);
    private static final Duration CONNECT_TIME_MAX = Duration.ofSeconds(10);

    /** Set by statement rather than as start-up options, which poolers refuse. */
    private static final Map<String, String> SESSION =
            Map.of(
                    "tcp_user_timeout", "15s",
                    "tcp_keepalives_idle", "5",
                    "tcp_keepalives_interval", "5",
                    "tcp_keepalives_count", "3",
                    "idle_in_transaction_session_timeout", "15s",
                    "lock_timeout", "10s",
                    "statement_timeout", "18s");

    private PostgresConnections() {}

    /** One for short transactions, in the schema of the store; commits when told to. */
    public static Connection open(PostgresAddress address, Role role) throws SQLException {
        PGSimpleDataSource source = source(address, role);
        source.setSocketTimeout((int) ANSWER_TIME_MAX.toSeconds());
        Connection connection = source.getConnection();
        try {
            connection.setAutoCommit(false);
            set(connection, SESSION);
            set(connection, Map.of("search_path", '"' + address.schema() + '"'));
            connection.commit();
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Where connections for migrations come from, which may take long. */
    static PGSimpleDataSource source(PostgresAddress address, Role role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.url());
        source.setUser(role.user());
        source.setPassword(role.password().value());
        source.setApplicationName("broadsheet-sink");
        source.setConnectTimeout((int) CONNECT_TIME_MAX.toSeconds());
        source.setLoginTimeout((int) CONNECT_TIME_MAX.toSeconds());
        source.setTcpKeepAlive(true);
        // The server finds the types out: the same statements fit text here and json there.
        source.setStringType("unspecified");
        return source;
    }

    private static void set(Connection connection, Map<String, String> settings)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT set_config(?, ?, false)")) {
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                statement.setString(1, setting.getKey());
                statement.setString(2, setting.getValue());
                statement.execute();
            }
        }
    }
}
