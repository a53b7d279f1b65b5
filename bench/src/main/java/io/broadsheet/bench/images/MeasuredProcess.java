package io.broadsheet.bench.images;

import io.broadsheet.enrich.image.service.Politeness;
import io.broadsheet.web.fetch.NameResolver;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The measurements, in a process that has only so much memory. */
final class MeasuredProcess {

    private static final int HOSTS = 500;
    private static final int WAITING = 5_000;

    /** Enough that none of those on their way has to wait for the next image. */
    private static final int QUEUED = 2 * Load.IN_FLIGHT;

    private static final int POLITE_HOSTS = 50;
    private static final int POLITE_WAITING = 1_000;
    private static final int ROUNDS = 3;

    /** Far more than one run asks for. */
    private static final long IMAGES_APART = 100_000_000;

    /** The origin is all the world there is. */
    private static final NameResolver NAMES = _ -> List.of(InetAddress.getLoopbackAddress());

    private final int port;
    private final Duration time;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private MeasuredProcess(int port, Duration time) {
        this.port = port;
        this.time = time;
    }

    /**
     * Measures and prints.
     *
     * @param arguments the port of the origin, seconds for each figure, and the figures
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var process =
                new MeasuredProcess(
                        Integer.parseInt(arguments[0]),
                        Duration.ofSeconds(Long.parseLong(arguments[1])));
        for (String figure : List.of(arguments).subList(2, arguments.length)) {
            process.measure(figure);
        }
    }

    private void measure(String figure) throws IOException, InterruptedException {
        switch (figure) {
            case "rate" -> compare();
            case "memory" -> measureMemory();
            case "limits" -> measurePoliteness();
            default ->
                    throw new IllegalArgumentException(
                            figure + " is none of rate, memory and limits");
        }
    }

    /** In turns, since the machine is not the same all the time. */
    private void compare() throws IOException, InterruptedException {
        var bare = new BareLoop(new Load(port, HOSTS, 0), NAMES);
        try (var checks = checks(IMAGES_APART, CheckLoop.lifted(), HOSTS, QUEUED)) {
            bare.run(time);
            checks.run(time);
            for (int round = 1; round <= ROUNDS; round++) {
                Counted floor = bare.run(time);
                Counted checked = checks.run(time);
                out.printf(
                        Locale.ROOT,
                        "round %d: %.0f checks/s (%.1f %% failed), bare client %.0f/s (%.1f %%"
                                + " failed), ratio %.2f%n",
                        round,
                        checked.perSecond(),
                        100 * checked.failedShare(),
                        floor.perSecond(),
                        100 * floor.failedShare(),
                        checked.perSecond() / floor.perSecond());
            }
        }
    }

    private void measureMemory() throws IOException, InterruptedException {
        try (var checks = checks(2 * IMAGES_APART, CheckLoop.lifted(), HOSTS, WAITING)) {
            checks.run(time);
            for (int part = 1; part <= ROUNDS; part++) {
                Counted checked = checks.run(time);
                out.printf(
                        Locale.ROOT,
                        "%d waiting, part %d: %.0f checks/s (%.1f %% failed), %d MiB live of %d,"
                                + " at most %d MiB resident%n",
                        WAITING,
                        part,
                        checked.perSecond(),
                        100 * checked.failedShare(),
                        Memory.liveHeap(),
                        Runtime.getRuntime().maxMemory() / 1_024 / 1_024,
                        Memory.peakResident());
            }
        }
    }

    private void measurePoliteness() throws InterruptedException {
        // A second try would be a request, and no check.
        Politeness defaults = Politeness.defaults().withRetryPauses(List.of());
        try (var checks = checks(3 * IMAGES_APART, defaults, POLITE_HOSTS, POLITE_WAITING)) {
            checks.run(time);
            Counted checked = checks.run(time);
            int allowed = POLITE_HOSTS * defaults.perSecondMax();
            out.printf(
                    Locale.ROOT,
                    "%d hosts with the default limits: %.1f checks/s (%.1f %% failed), %.1f %% of"
                            + " the %d allowed%n",
                    POLITE_HOSTS,
                    checked.perSecond(),
                    100 * checked.failedShare(),
                    100 * checked.perSecond() / allowed,
                    allowed);
        }
    }

    private CheckLoop checks(long first, Politeness politeness, int hosts, int waiting) {
        return new CheckLoop(new Load(port, hosts, first), NAMES, politeness, waiting);
    }
}
