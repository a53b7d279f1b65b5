package io.broadsheet.embedded.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another process that wants the directory, and says what came of it. */
public final class LockProbe {

    private LockProbe() {}

    /** What the other process said: {@code taken}, or why not. */
    public static String run(Path directory) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LockProbe.class.getName(),
                                directory.toString())
                        .redirectErrorStream(true)
                        .start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            return output.readAllAsString().strip();
        }
    }

    /** Takes the directory and says so. */
    static void main(String[] arguments) {
        try (var _ = DirectoryLock.take(Path.of(arguments[0]))) {
            System.out.println("taken");
        } catch (EmbeddedStartException e) {
            System.out.println(e.getMessage());
        }
    }
}
