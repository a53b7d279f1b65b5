package io.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The examples of src/test/node, with their packages installed once under target. */
final class NodeProject {

    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final Path HOME = Path.of("target", "node");
    private static final int INSTALL_MINUTES_MAX = 10;
    private static final int RUN_MINUTES_MAX = 2;

    private NodeProject() {}

    /** The project, or a test that is skipped with the reason: no Node here, or no packages. */
    static NodeProject installed() throws IOException, InterruptedException {
        assumeThat(onPath("node") && onPath("npm"))
                .as("node and npm are on the PATH; Node clients are not tried without them")
                .isTrue();
        Files.createDirectories(HOME);
        try (Stream<Path> sources = Files.list(SOURCES)) {
            sources.forEach(NodeProject::copy);
        }
        // What is installed is known by its list: a target of another version installs anew.
        Path installed = HOME.resolve(".installed");
        String list = Files.readString(SOURCES.resolve("package-lock.json"));
        if (!Files.exists(installed) || !Files.readString(installed).equals(list)) {
            install();
            Files.writeString(installed, list);
        }
        return new NodeProject();
    }

    /**
     * Runs a script with this standard input, and fails unless it ends well.
     *
     * @return the lines it wrote
     */
    List<String> run(String input, String script, String... arguments)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(HOME, script, ".out");
        Path errors = Files.createTempFile(HOME, script, ".err");
        Path standardInput = Files.writeString(Files.createTempFile(HOME, script, ".in"), input);
        List<String> command =
                Stream.concat(Stream.of("node", script), Arrays.stream(arguments)).toList();
        Process process =
                new ProcessBuilder(command)
                        .directory(HOME.toFile())
                        .redirectInput(standardInput.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile())
                        .start();
        boolean ended = process.waitFor(RUN_MINUTES_MAX, TimeUnit.MINUTES);
        process.destroyForcibly().waitFor();
        assertThat(ended && process.exitValue() == 0)
                .as("%s: %s %s", command, Files.readString(errors), Files.readString(output))
                .isTrue();
        return Files.readAllLines(output, StandardCharsets.UTF_8);
    }

    /** A file of an installed package. */
    Path module(Path file) {
        return HOME.resolve("node_modules").resolve(file);
    }

    private static void install() throws IOException, InterruptedException {
        Path log = HOME.resolve("npm.log");
        Process npm =
                new ProcessBuilder("npm", "ci")
                        .directory(HOME.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        boolean ended = npm.waitFor(INSTALL_MINUTES_MAX, TimeUnit.MINUTES);
        npm.destroyForcibly().waitFor();
        assumeThat(ended && npm.exitValue() == 0)
                .as("npm ci could install the Node clients; see %s", log)
                .isTrue();
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private static void copy(Path source) {
        try {
            Files.copy(
                    source,
                    HOME.resolve(source.getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
