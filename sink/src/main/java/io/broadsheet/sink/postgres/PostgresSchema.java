package io.broadsheet.sink.postgres;

import io.broadsheet.sink.postgres.PostgresAddress.Role;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;

import java.sql.SQLException;
import java.util.Map;

/**
 * The tables of a store. Their owner makes and changes them; the writer gets the few rights that
 * the work needs, anew after each migration.
 *
 * @param address where
 */
public record PostgresSchema(PostgresAddress address) {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /**
     * Brings the tables up to date, if they are not.
     *
     * @throws SQLException if the database cannot be used, or the tables are behind and nobody is
     *     known who may change them
     */
    public void bringUpToDate() throws SQLException {
        Flyway flyway = flyway(address.owner().orElse(address.writer()));
        try {
            if (address.owner().isPresent() || isBehind(flyway.info())) {
                flyway.migrate();
            }
        } catch (FlywayException e) {
            throw explained(causeOf(e));
        }
    }

    private Flyway flyway(Role role) {
        return Flyway.configure()
                .dataSource(PostgresConnections.source(address, role))
                .schemas(address.schema())
                .defaultSchema(address.schema())
                .locations("classpath:io/broadsheet/sink/postgres")
                .placeholders(Map.of("writer", address.writer().user()))
                .load();
    }

    private static boolean isBehind(MigrationInfoService info) {
        return info.current() == null || info.pending().length > 0;
    }

    private static SQLException causeOf(FlywayException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return new SQLException(error.getMessage(), error);
    }

    private SQLException explained(SQLException error) {
        if (!INSUFFICIENT_PRIVILEGE.equals(error.getSQLState())) {
            return error;
        }
        Role role = address.owner().orElse(address.writer());
        return new SQLException(
                ("the tables in schema %s must be made or changed, and role %s may not: set"
                                + " store.owner.user and store.owner.password to a role that may"
                                + " (%s)")
                        .formatted(address.schema(), role.user(), error.getMessage()),
                error.getSQLState(),
                error);
    }
}
