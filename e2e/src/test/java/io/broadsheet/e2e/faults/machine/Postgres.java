package io.broadsheet.e2e.faults.machine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** A PostgreSQL that can be killed, stopped and started again on its data. */
public final class Postgres implements AutoCloseable {

    /** Who does everything here. */
    public static final String USER = "postgres";

    private static final Duration START_TIME_MAX = Duration.ofMinutes(2);

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    private Postgres(Path data, int port) {
        this.data = data;
        this.port = port;
        this.server = started();
    }

    /** Starts a new one. */
    public static Postgres start(Path data, int port) {
        return new Postgres(data, port);
    }

    /** Starts it again. */
    public void start() {
        server = started();
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** A superuser, by the direct way. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(port) + "?socketTimeout=20", USER, "");
    }

    /** Its URL, through some port that leads to it. */
    public static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** Ends every process of it, as a failing machine would. */
    public void kill() {
        ProcessHandle postmaster = postmaster();
        var children = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().join();
        children.forEach(child -> child.onExit().join());
        close(); // it is gone; this lets go of its directory
    }

    /** Shuts it down in order. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(START_TIME_MAX)
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    private ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
