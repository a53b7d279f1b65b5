package io.broadsheet.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command as a process of its own, as a user runs it, but for the launcher. */
final class BroadsheetProcess {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 180;

    private BroadsheetProcess() {}

    /** Runs to the end. */
    static Result run(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("broadsheet", ".out");
        Path err = Files.createTempFile("broadsheet", ".err");
        try {
            Process process = start(out, err, arguments);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("did not end: " + Files.readString(err));
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }

    /** Starts, with output and complaints going to files. */
    static Process start(Path out, Path err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-cp",
                        classPath(),
                        "io.broadsheet.app.Broadsheet"));
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().put("OPERATIONS_PORT", "0"); // several may run at once
        builder.environment().put("SYNDICATE_PORT", "0");
        builder.environment().put("DESK_PORT", "0");
        return builder.start();
    }

    /**
     * The product's class path; the test's own libraries stay out of it as far as they can be told.
     */
    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    /**
     * How a run ended.
     *
     * @param exitCode of the process
     * @param out its standard output
     * @param err its standard error
     */
    record Result(int exitCode, String out, String err) {

        /** The lines of standard output, each a JSON object. */
        List<JsonNode> objects() throws JsonProcessingException {
            List<JsonNode> objects = new ArrayList<>();
            for (String line : out.lines().toList()) {
                objects.add(JSON.readTree(line));
            }
            return objects;
        }

        /** Standard output, which is one JSON object. */
        JsonNode json() throws JsonProcessingException {
            return JSON.readTree(out);
        }
    }
}
