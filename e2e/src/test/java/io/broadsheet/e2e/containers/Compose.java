package io.broadsheet.e2e.containers;

import io.broadsheet.e2e.containers.Command.Answer;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One project of {@code docker-compose.yml}, under a name and on ports of its own. */
final class Compose implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final List<String> program;
    private final String project;
    private final Command command;

    private Compose(List<String> program, String project, Map<String, String> environment) {
        this.program = program;
        this.project = project;
        this.command = new Command(environment, PATIENCE);
    }

    /** Of version 2 if it is there, else of version 1. */
    static Compose of(String project, Path inbox) throws IOException, InterruptedException {
        boolean plugin = Engine.docker("compose", "version").isGood();
        Map<String, String> environment = new HashMap<>(Engine.environment());
        environment.put("INBOX", inbox.toAbsolutePath().toString());
        environment.put("CHECK_IMAGES_PRIVATE_ADDRESSES", "true");
        for (String port : List.of("KAFKA_PORT", "REGISTRY_PORT", "POSTGRES_PORT")) {
            environment.put(port, Integer.toString(freePort()));
        }
        List<String> program = plugin ? List.of("docker", "compose") : List.of("docker-compose");
        return new Compose(program, project, environment);
    }

    Answer run(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(program);
        all.addAll(List.of("-p", project));
        all.addAll(List.of(words));
        return command.run(all);
    }

    /** As a kernel that runs out of memory does it. */
    void kill(String service) throws IOException, InterruptedException {
        run("kill", "-s", "SIGKILL", service).orFail();
    }

    void start(String service) throws IOException, InterruptedException {
        run("start", service).orFail();
    }

    /** One value from the database. */
    String sql(String query) throws IOException, InterruptedException {
        Answer answer =
                run(
                        "exec",
                        "-T",
                        "postgres",
                        "psql",
                        "-U",
                        "broadsheet_owner",
                        "-d",
                        "broadsheet",
                        "-At",
                        "-c",
                        query);
        return answer.isGood() ? answer.output() : "";
    }

    @Override
    public void close() {
        try {
            run("down", "-v", "--timeout", "35");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
