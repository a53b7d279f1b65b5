package io.broadsheet.bench.images;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints what image checks reach: as many as can be against a bare loop of the same HTTP client in
 * the same process, the memory they take while 5,000 wait, and the share of what the default limits
 * of 50 hosts allow. Starts two processes, the origin and, with 256 MiB of heap, the one that is
 * measured. Reaches nothing but this machine.
 *
 * <p>{@code java -cp 'bench/target/classes:LIBRARIES' io.broadsheet.bench.images.MeasureChecks
 * [SECONDS [FIGURE...]]}, by default 10 for each of {@code rate}, {@code memory}, {@code limits}.
 */
public final class MeasureChecks {

    private static final String SECONDS = "10";
    private static final List<String> FIGURES = List.of("rate", "memory", "limits");

    private MeasureChecks() {}

    /**
     * Measures and prints.
     *
     * @param arguments seconds that each figure is measured for, and the figures
     * @throws IOException if a process does not start
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Process origin = java(Origin.class, List.of("-Xmx256m"), List.of()).start();
        try (BufferedReader said = origin.inputReader()) {
            String port = said.readLine();
            if (port == null) {
                throw new IOException("the origin does not say its port");
            }
            String seconds = arguments.length > 0 ? arguments[0] : SECONDS;
            List<String> figures =
                    arguments.length > 1
                            ? List.of(arguments).subList(1, arguments.length)
                            : FIGURES;
            List<String> its = new ArrayList<>(List.of(port, seconds));
            its.addAll(figures);
            Process measured =
                    java(MeasuredProcess.class, List.of("-Xmx256m", "-XX:+UseSerialGC"), its)
                            .inheritIO()
                            .start();
            int code = measured.waitFor();
            if (code != 0) {
                throw new IOException("the measured process ended with " + code);
            }
        } finally {
            origin.destroy();
        }
    }

    private static ProcessBuilder java(
            Class<?> main, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
