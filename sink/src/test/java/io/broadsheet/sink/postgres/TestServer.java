package io.broadsheet.sink.postgres;

import io.broadsheet.runtime.settings.Secret;
import io.broadsheet.sink.postgres.PostgresAddress.Role;
import io.broadsheet.sink.sql.Desk;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** A PostgreSQL of the tests' own, in processes of its own. */
public final class TestServer implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final Duration START_TIME_MAX = Duration.ofMinutes(2);

    private final Path data;
    private final EmbeddedPostgres server;

    private TestServer(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
    }

    /** Starts a server on any port, whose data go with it. */
    static TestServer start(Path data) {
        return start(data, EmbeddedPostgres.builder());
    }

    /** Starts a server whose data stay; one that was there before comes back with them. */
    static TestServer start(Path data, int port) {
        return start(data, EmbeddedPostgres.builder().setPort(port).setCleanDataDirectory(false));
    }

    private static TestServer start(Path data, EmbeddedPostgres.Builder builder) {
        try {
            return new TestServer(
                    data,
                    builder.setDataDirectory(data)
                            .setPGStartupWait(START_TIME_MAX)
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", "on")
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    int port() {
        return server.getPort();
    }

    /** A schema that nobody has used yet, with the superuser as its writer. */
    public PostgresAddress freshSchema() {
        return addressAt(port());
    }

    /** The same through another port, behind which this server is. */
    PostgresAddress addressAt(int port) {
        String schema = "t" + UUID.randomUUID().toString().replace("-", "");
        return new PostgresAddress(
                url(port), schema, new Role(SUPERUSER, Secret.NONE), Optional.empty());
    }

    /** A superuser in a schema. */
    public Desk desk(PostgresAddress address) {
        String url = url(port()) + "?currentSchema=" + address.schema();
        return new Desk(() -> DriverManager.getConnection(url, SUPERUSER, ""));
    }

    /** Ends every process of it, as a failing machine would. */
    void kill() {
        ProcessHandle postmaster = postmaster();
        var children = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().join();
        children.forEach(child -> child.onExit().join());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private static String url(int port) {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }
}
