package io.broadsheet.sink.postgres;

import io.broadsheet.runtime.settings.Secret;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL store is, and who goes there.
 *
 * @param url {@code jdbc:postgresql://host:port/database} with any of the driver's parameters, such
 *     as those of TLS, but no password
 * @param schema where the tables are; made by the owner if missing
 * @param writer whom the sink works as; needs no more rights than the migrations grant
 * @param owner whom the tables belong to, and who brings them up to date; if empty, the writer does
 *     so, if it may
 */
public record PostgresAddress(String url, String schema, Role writer, Optional<Role> owner) {

    private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    public PostgresAddress {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "store.url must be a file or begin with jdbc:postgresql:");
        }
        if (url.contains("password=")) {
            throw new IllegalArgumentException(
                    "store.url must hold no password, which would be shown: set store.password, or"
                            + " STORE_PASSWORD_FILE to a file that holds it");
        }
        if (!SCHEMA.matcher(schema).matches()) {
            throw new IllegalArgumentException(
                    "store.schema = " + schema + ": must be of a-z, 0-9 and _, 63 at most");
        }
    }

    /**
     * A role of the database.
     *
     * @param user its name
     * @param password its password; empty where the server asks for none
     */
    public record Role(String user, Secret password) {

        private static final Pattern NAME = Pattern.compile("[^\"\\p{Cntrl}$]{0,63}");

        public Role {
            if (!NAME.matcher(user).matches()) {
                throw new IllegalArgumentException(
                        "a role's name must be of 63 characters at most, without quotes and $");
            }
        }
    }

    /** The URL without its parameters, for logs and messages. */
    public String name() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
