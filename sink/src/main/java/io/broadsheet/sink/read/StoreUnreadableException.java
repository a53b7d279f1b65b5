package io.broadsheet.sink.read;

import java.sql.SQLException;

/** The database failed while it was read. */
public final class StoreUnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final String UNDEFINED_TABLE = "42P01";

    private final boolean forWantOfTables;

    StoreUnreadableException(SQLException cause) {
        super(cause.getMessage(), cause);
        forWantOfTables =
                UNDEFINED_TABLE.equals(cause.getSQLState()) || isSqlitesNoSuchTable(cause);
    }

    /** SQLite has one code for every mistake in a statement; only its words tell them apart. */
    private static boolean isSqlitesNoSuchTable(SQLException cause) {
        return String.valueOf(cause.getMessage()).contains("no such table");
    }

    /** Whether the tables were never made. */
    boolean isForWantOfTables() {
        return forWantOfTables;
    }
}
