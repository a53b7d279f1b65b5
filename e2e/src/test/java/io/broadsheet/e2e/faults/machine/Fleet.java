package io.broadsheet.e2e.faults.machine;

import io.broadsheet.embedded.machine.LoopbackPort;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that runs: broker and registry, database, services, and the wires between them. */
public final class Fleet implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String COMMAND = "io.broadsheet.app.Broadsheet";

    private final Path directory;
    private final int brokerPort = port();
    private final int secondDoor = port();
    private final int controllerPort = port();
    private final int registryPort = port();
    private final Map<Part, Integer> operations = new EnumMap<>(Part.class);
    private final Map<Part, Running> services = new EnumMap<>(Part.class);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Postgres postgres;
    private final Wire brokerWire;
    private final Wire registryWire;
    private final Map<Part, Wire> databaseWires = new EnumMap<>(Part.class);
    private Child broker;

    private Fleet(Path directory) {
        this.directory = directory;
        made("log");
        made("inbox");
        made("halt");
        postgres = Postgres.start(directory.resolve("postgres"), port());
        brokerWire = Wire.lay(port(), secondDoor);
        registryWire = Wire.lay(port(), registryPort);
        databaseWires.put(Part.SINK_1, Wire.lay(port(), postgres.port()));
        databaseWires.put(Part.SINK_2, Wire.lay(port(), postgres.port()));
        for (Part part : Part.values()) {
            operations.put(part, port());
        }
        broker = brokerProcess();
    }

    /** A service, and whether it should run. */
    private record Running(Child child, boolean wanted) {}

    /**
     * Starts broker, registry and database, and sets up topics and schemas; no service yet.
     *
     * @param directory for all data and logs
     */
    public static Fleet start(Path directory) {
        var fleet = new Fleet(directory);
        try {
            fleet.awaitBroker();
            fleet.run("setup", "--profile", "dev");
            return fleet;
        } catch (RuntimeException | Error e) {
            fleet.close();
            throw e;
        }
    }

    /** Where files are put. */
    public Path inbox() {
        return directory.resolve("inbox");
    }

    /** Where payloads are kept that are too large for a record. */
    public Path claims() {
        return directory.resolve("claims");
    }

    /** Where the traps of {@link HaltingInterceptor} for a service are laid. */
    public Path traps(Part part) {
        return made("halt/" + part);
    }

    /** The broker, by the direct way. */
    public String bootstrapServers() {
        return "127.0.0.1:" + brokerPort;
    }

    /** The registry, by the direct way. */
    public String registryUrl() {
        return "http://127.0.0.1:" + registryPort;
    }

    /** The database. */
    public Postgres postgres() {
        return postgres;
    }

    /** Between {@link Part#ENRICH_2} and the broker. */
    public Wire brokerWire() {
        return brokerWire;
    }

    /** Between all services and the registry. */
    public Wire registryWire() {
        return registryWire;
    }

    /** Between a sink and the database. */
    public Wire databaseWire(Part sink) {
        return databaseWires.getOrDefault(sink, registryWire);
    }

    /** Starts a service; from now on it should run. */
    public synchronized void start(Part part) {
        List<String> main =
                List.of(
                        "-D" + HaltingInterceptor.DIRECTORY + "=" + traps(part),
                        COMMAND,
                        part.command());
        var child = Child.start(log(part.name()), environment(part), main);
        services.put(part, new Running(child, true));
    }

    /** SIGKILL. */
    public void kill(Part part) {
        unwanted(part).kill();
    }

    /** SIGTERM. */
    public Child terminate(Part part) {
        Child child = unwanted(part);
        child.terminate();
        return child;
    }

    /** From now on nobody wonders if it ends. */
    public void mayEnd(Part part) {
        unwanted(part);
    }

    /** From now on it should run, as it does. */
    public synchronized void mustStay(Part part) {
        services.put(part, new Running(child(part), true));
    }

    /** The process of a service. */
    public synchronized Child child(Part part) {
        Running running = services.get(part);
        if (running == null) {
            throw new IllegalStateException(part + " was never started");
        }
        return running.child();
    }

    private synchronized Child unwanted(Part part) {
        Child child = child(part);
        services.put(part, new Running(child, false));
        return child;
    }

    /**
     * Starts those again that ended by themselves, as whoever runs containers does; tells which.
     */
    public synchronized List<Part> revive() {
        List<Part> revived = new ArrayList<>();
        for (Map.Entry<Part, Running> entry : Map.copyOf(services).entrySet()) {
            if (entry.getValue().wanted() && !entry.getValue().child().isAlive()) {
                revived.add(entry.getKey());
                start(entry.getKey());
            }
        }
        return revived;
    }

    /** Waits until a service says that it is ready. */
    public void awaitReady(Part part) {
        Awaitility.await(part + " is ready")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> isReady(part));
    }

    private boolean isReady(Part part) {
        Integer port = operations.get(part);
        return status(URI.create("http://127.0.0.1:" + port + "/ready")) == 200;
    }

    private int status(URI uri) {
        try {
            return http.send(
                            HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return -1; // nobody there yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL to broker and registry. */
    public void killBroker() {
        broker.kill();
    }

    /** Starts broker and registry again; returns when both answer. */
    public void startBroker() {
        broker = brokerProcess();
        awaitBroker();
    }

    private Child brokerProcess() {
        return Child.start(
                log("BROKER"),
                Map.of(),
                List.of(
                        BrokerMain.class.getName(),
                        directory.resolve("kafka").toString(),
                        Integer.toString(brokerPort),
                        Integer.toString(secondDoor),
                        Integer.toString(brokerWire.port()),
                        Integer.toString(controllerPort),
                        Integer.toString(registryPort)));
    }

    private void awaitBroker() {
        Awaitility.await("broker and registry")
                .atMost(PATIENCE)
                .failFast("the broker ended", () -> !broker.isAlive())
                .pollInterval(Duration.ofMillis(100))
                .until(() -> status(URI.create(registryUrl() + "/subjects")) == 200);
    }

    /** Runs a command of the tool against this cluster, to its good end. */
    public void run(String... arguments) {
        List<String> main = new ArrayList<>(List.of(COMMAND));
        main.addAll(List.of(arguments));
        Map<String, String> environment =
                Map.of(
                        "BOOTSTRAP_SERVERS",
                        bootstrapServers(),
                        "SCHEMA_REGISTRY_URL",
                        registryUrl());
        Child child = Child.start(log("TOOL"), environment, main);
        try {
            if (!child.ended(PATIENCE.toMillis())) {
                child.kill();
            }
        } catch (InterruptedException e) {
            child.kill();
            Thread.currentThread().interrupt();
        }
        if (child.exitCode() != 0) {
            throw new IllegalStateException(
                    "%s ended with %d, see %s"
                            .formatted(List.of(arguments), child.exitCode(), log("TOOL")));
        }
    }

    private Map<String, String> environment(Part part) {
        Map<String, String> all = new HashMap<>(part.settings());
        boolean wired = part == Part.ENRICH_2;
        all.put("BOOTSTRAP_SERVERS", "127.0.0.1:" + (wired ? brokerWire.port() : brokerPort));
        all.put("SCHEMA_REGISTRY_URL", "http://127.0.0.1:" + registryWire.port());
        all.put("OPERATIONS_PORT", String.valueOf(operations.get(part)));
        all.put("CLAIMS_DIRECTORY", claims().toString());
        all.put("ENRICH_STATE_DIRECTORY", directory.resolve("state-" + part).toString());
        all.put("INGEST_INBOX", inbox().toString());
        all.put("STORE_URL", Postgres.url(databaseWire(part).port()));
        all.put("STORE_USER", Postgres.USER);
        return all;
    }

    private Path log(String name) {
        return directory.resolve("log").resolve(name + ".log");
    }

    private Path made(String name) {
        try {
            return Files.createDirectories(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port() {
        return LoopbackPort.claim(0, "fault test");
    }

    /** Ends all of it at once. */
    @Override
    public void close() {
        synchronized (this) {
            services.values().forEach(running -> running.child().kill());
            services.clear();
        }
        broker.kill();
        postgres.close();
        http.close();
        try (brokerWire;
                registryWire) {
            for (Wire wire : databaseWires.values()) {
                wire.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
