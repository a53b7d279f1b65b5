package io.broadsheet.sink.sql;

import io.broadsheet.sink.store.StoreKind;

import java.sql.SQLException;

/** A database that can be opened, again and again. */
public interface Database {

    /** Which kind of store this is. */
    StoreKind kind();

    /** What the operator knows it by; holds no password. */
    String name();

    /** Its peculiarities. */
    Dialect dialect();

    /**
     * Connects, with tables as this version wants them.
     *
     * @param owner name of the writer, kept beside what it claims
     */
    SqlSession open(String owner) throws SQLException;
}
