package io.broadsheet.e2e.faults.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, with a small heap and the quick compiler only. What it says goes to a file. */
public final class Child {

    private static final List<String> FRUGAL =
            List.of(
                    "-Xmx256m",
                    "-Xss512k",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dsun.net.httpserver.nodelay=true");

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    /**
     * Starts.
     *
     * @param log file that its output is added to
     * @param environment beside that of this process
     * @param main class and arguments, and before them options of the JVM
     */
    public static Child start(Path log, Map<String, String> environment, List<String> main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FRUGAL);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.addAll(main);
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new Child(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it runs, be it frozen. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL; returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** Whether it ended by itself within that time. */
    public boolean ended(long millisMax) throws InterruptedException {
        return process.waitFor(millisMax, TimeUnit.MILLISECONDS);
    }

    /** How it ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** SIGSTOP: it is alive, and does nothing. */
    public void freeze() {
        signal("STOP");
    }

    /** SIGCONT: it goes on as if no time had passed. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process kill =
                    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                            .inheritIO()
                            .start();
            kill.onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
