package io.broadsheet.bench.topology;

import com.sun.management.OperatingSystemMXBean;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.enrich.EnrichSettings;
import io.broadsheet.enrich.ImageChecking;
import io.broadsheet.enrich.service.EnrichConfig;
import io.broadsheet.enrich.service.EnrichService;
import io.broadsheet.runtime.claim.FileClaims;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.registry.HttpSchemaRegistry;
import io.broadsheet.schemas.registry.RegistrySettings;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

/**
 * Articles through the whole topology of enrichment without images, and through the least that a
 * topology can do, in turns, on one embedded broker in this process. Printed are articles a second
 * and seconds of the processor (the broker's too) for a thousand, of the last four fifths of each
 * round; the last rounds are warm.
 *
 * <p>{@code java -Xmx1g -cp ... io.broadsheet.bench.topology.MeasureTopology [COUNT] [ROUNDS]}
 */
public final class MeasureTopology {

    private static final int COUNT = 20_000;
    private static final int ROUNDS = 4;
    private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();
    private static final int PARTITIONS = 3;

    private final int count;
    private final Path directory;
    private final KafkaAccess access;
    private final Admin admin;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private MeasureTopology(int count, Path directory, KafkaAccess access, Admin admin) {
        this.count = count;
        this.directory = directory;
        this.access = access;
        this.admin = admin;
    }

    /** Seconds of the clock and of the processor. */
    private record Spent(double clock, double processor) {}

    /** What runs until it is closed. */
    private interface Running extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Prints the rounds.
     *
     * @param arguments how many articles, how many rounds
     * @throws IOException if there is no place for the data
     * @throws ExecutionException if the broker refuses
     */
    public static void main(String[] arguments)
            throws IOException, ExecutionException, InterruptedException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : COUNT;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        Path directory = Files.createTempDirectory("broadsheet-bench");
        try (var platform =
                EmbeddedPlatform.start(PlatformOptions.anyPorts(directory.resolve("platform")))) {
            var registry =
                    new HttpSchemaRegistry(RegistrySettings.of(URI.create(platform.registryUrl())));
            var access = new KafkaAccess(platform.bootstrapServers(), registry, Map.of());
            try (Admin admin = Admin.create(access.adminProperties("bench"))) {
                new MeasureTopology(count, directory, access, admin).run(rounds);
            }
        }
    }

    private void run(int rounds) throws ExecutionException, InterruptedException {
        var output = new NewTopic(FloorTopology.OUTPUT, PARTITIONS, (short) 1);
        admin.createTopics(List.of(output)).all().get();
        RawLoad.put(count, access);
        for (int round = 1; round <= rounds; round++) {
            Spent floor = measure("floor-" + round, this::floor);
            Spent ours = measure("ours-" + round, this::ours);
            out.println(
                    String.format(
                            Locale.ROOT,
                            "round %d: floor %s; ours %s; efficiency %.2f",
                            round,
                            text(floor),
                            text(ours),
                            floor.processor() / ours.processor()));
        }
    }

    private interface Start {
        Running under(String applicationId);
    }

    private Running floor(String applicationId) {
        var floor = new FloorTopology(applicationId, access, directory.resolve(applicationId));
        return floor::close;
    }

    private Running ours(String applicationId) {
        Path state = directory.resolve(applicationId);
        var config =
                new EnrichConfig(
                        applicationId,
                        state,
                        2,
                        Duration.ofMillis(100),
                        1,
                        Optional.empty(),
                        ImageChecking.disabled(),
                        EnrichSettings.defaults());
        var service =
                new EnrichService(
                        config,
                        access,
                        new DeadLetters("enrich", "bench", InstantSource.system()),
                        new FileClaims(directory.resolve("claims")));
        service.start();
        return service::close;
    }

    private Spent measure(String applicationId, Start start)
            throws ExecutionException, InterruptedException {
        try (var _ = start.under(applicationId)) {
            awaitRead(applicationId, count / 5);
            long clock = System.nanoTime();
            long processor = processorNanos();
            awaitRead(applicationId, count);
            return new Spent(
                    (System.nanoTime() - clock) / 1e9, (processorNanos() - processor) / 1e9);
        }
    }

    private void awaitRead(String applicationId, long articles)
            throws ExecutionException, InterruptedException {
        while (read(applicationId) < articles) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private long read(String applicationId) throws ExecutionException, InterruptedException {
        return admin
                .listConsumerGroupOffsets(applicationId)
                .partitionsToOffsetAndMetadata()
                .get()
                .values()
                .stream()
                .mapToLong(offset -> offset == null ? 0 : offset.offset())
                .sum();
    }

    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private String text(Spent spent) {
        double measured = 0.8 * count;
        return String.format(
                Locale.ROOT,
                "%.0f/s, %.3f CPU-s/1k",
                measured / spent.clock(),
                spent.processor() * 1_000 / measured);
    }
}
