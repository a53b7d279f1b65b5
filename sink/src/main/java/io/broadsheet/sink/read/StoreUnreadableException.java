package io.broadsheet.sink.read;

import java.sql.SQLException;

/** The database failed while it was read. */
public final class StoreUnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreUnreadableException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
