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

/** One project of compose files, under a name and on ports of its own. */
final class Compose implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final List<String> PORTS =
            List.of(
                    "KAFKA_PORT",
                    "KAFKA_2_PORT",
                    "KAFKA_3_PORT",
                    "REGISTRY_PORT",
                    "REGISTRY_TLS_PORT",
                    "POSTGRES_PORT");

    private final List<String> program;
    private final Map<String, String> environment;

    private Compose(List<String> program, Map<String, String> environment) {
        this.program = program;
        this.environment = environment;
    }

    /** The default set, with what comes in from {@code inbox}. */
    static Compose of(String project, Path inbox) throws IOException, InterruptedException {
        return of(project, List.of(), Map.of("INBOX", inbox.toAbsolutePath().toString()));
    }

    /**
     * The default set with more files, by version 2 of compose if it is there, else by version 1.
     *
     * @param more files below {@code deploy/compose}
     * @param variables that the files ask for; ports are found here
     */
    static Compose of(String project, List<String> more, Map<String, String> variables)
            throws IOException, InterruptedException {
        boolean plugin = Engine.docker("compose", "version").isGood();
        List<String> program = new ArrayList<>();
        program.addAll(plugin ? List.of("docker", "compose") : List.of("docker-compose"));
        program.addAll(List.of("-p", project, "-f", "docker-compose.yml"));
        more.forEach(file -> program.addAll(List.of("-f", "deploy/compose/" + file)));
        Map<String, String> environment = new HashMap<>(Engine.environment());
        environment.put("CHECK_IMAGES_PRIVATE_ADDRESSES", "true");
        for (String port : PORTS) {
            environment.put(port, Integer.toString(freePort()));
        }
        environment.putAll(variables);
        return new Compose(program, environment);
    }

    /** The same project, with a variable of another value. */
    Compose with(String variable, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(variable, value);
        return new Compose(program, changed);
    }

    /** Where a service is reached from this machine. */
    String address(String portVariable) {
        return "localhost:" + environment.get(portVariable);
    }

    Answer run(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(program);
        all.addAll(List.of(words));
        return new Command(environment, PATIENCE).run(all);
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
