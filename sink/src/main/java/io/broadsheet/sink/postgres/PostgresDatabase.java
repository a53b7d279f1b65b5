package io.broadsheet.sink.postgres;

import io.broadsheet.sink.sql.Database;
import io.broadsheet.sink.sql.Dialect;
import io.broadsheet.sink.sql.PartitionTable.Writer;
import io.broadsheet.sink.sql.SqlSession;
import io.broadsheet.sink.store.StoreKind;

import java.sql.Connection;
import java.sql.SQLException;

/** One schema of a PostgreSQL database. The tables are looked at once, not at each connection. */
final class PostgresDatabase implements Database {

    private final PostgresAddress address;
    private final PostgresOptions options;
    private final Dialect dialect = new PostgresDialect();
    private boolean upToDate;

    PostgresDatabase(PostgresAddress address, PostgresOptions options) {
        this.address = address;
        this.options = options;
    }

    @Override
    public StoreKind kind() {
        return StoreKind.POSTGRES;
    }

    @Override
    public String name() {
        return address.name();
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public SqlSession open(String owner) throws SQLException {
        if (!upToDate) {
            new PostgresSchema(address).bringUpToDate();
            upToDate = true;
        }
        Connection connection = PostgresConnections.open(address, address.writer());
        try {
            Writer writer = new Writer(kind().word(), owner);
            return new PostgresSession(connection, options, writer, dialect);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
