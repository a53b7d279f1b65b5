package io.broadsheet.bench.topology;

import io.broadsheet.bench.Spent;
import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.enrich.Clustering;
import io.broadsheet.enrich.EnrichSettings;
import io.broadsheet.enrich.ImageChecking;
import io.broadsheet.enrich.service.EnrichConfig;
import io.broadsheet.enrich.service.EnrichService;
import io.broadsheet.runtime.claim.FileClaims;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.HttpSchemaRegistry;
import io.broadsheet.schemas.registry.RegistrySettings;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

import java.io.IOException;
import java.io.PrintStream;
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
import java.util.function.Supplier;

/**
 * Articles through the whole topology of enrichment without images, with and without a search for
 * near-duplicates, and through the least that a topology can do, in turns, each on a new embedded
 * broker in this process. Printed are articles a second and seconds of the processor (the broker's
 * too) for a thousand, of the last four fifths of each round; the last rounds are warm.
 *
 * <p>{@code java -Xmx1g -cp ... io.broadsheet.bench.topology.MeasureTopology [COUNT] [ROUNDS]}
 */
public final class MeasureTopology {

    private static final int COUNT = 20_000;
    private static final int ROUNDS = 4;
    private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();
    private static final int PARTITIONS = 3;

    private final int count;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private MeasureTopology(int count) {
        this.count = count;
    }

    /** What runs until it is closed. */
    private interface Running extends AutoCloseable {
        @Override
        void close();
    }

    /** Starts something that reads the raw topic as this consumer group. */
    private interface Start {
        Running on(KafkaAccess access, Path state);
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
        new MeasureTopology(count).run(rounds);
    }

    private void run(int rounds) throws IOException, ExecutionException, InterruptedException {
        for (int round = 1; round <= rounds; round++) {
            Spent floor = measure(MeasureTopology::floor);
            Spent alone = measure((access, state) -> ours(access, state, Clustering.disabled()));
            Spent all = measure((access, state) -> ours(access, state, Clustering.defaults()));
            out.println(
                    String.format(
                            Locale.ROOT,
                            "round %d: floor %s; without clusters %s, efficiency %.2f; with them"
                                    + " %s, efficiency %.2f",
                            round,
                            text(floor),
                            text(alone),
                            floor.processor() / alone.processor(),
                            text(all),
                            floor.processor() / all.processor()));
        }
    }

    private static Running floor(KafkaAccess access, Path state) {
        var floor = new FloorTopology(EnrichConfig.APPLICATION_ID, access, state);
        return floor::close;
    }

    private static Running ours(KafkaAccess access, Path state, Clustering clustering) {
        EnrichSettings steps = EnrichSettings.defaults();
        var config =
                new EnrichConfig(
                        EnrichConfig.APPLICATION_ID,
                        state,
                        3,
                        Duration.ofMillis(100),
                        1,
                        Optional.empty(),
                        ImageChecking.disabled(),
                        new EnrichSettings(
                                steps.utcOffsetCorrections(),
                                steps.imagesCheckedMax(),
                                steps.languages(),
                                steps.offsetAgreeMin(),
                                steps.keywordsExtractedMax(),
                                clustering));
        var service =
                new EnrichService(
                        config,
                        access,
                        new DeadLetters("enrich", "bench", InstantSource.system()),
                        new FileClaims(state.resolve("claims")));
        service.start();
        return service::close;
    }

    private Spent measure(Start start)
            throws IOException, ExecutionException, InterruptedException {
        Path directory = Files.createTempDirectory("broadsheet-bench");
        try (var platform =
                EmbeddedPlatform.start(PlatformOptions.anyPorts(directory.resolve("platform")))) {
            var registry =
                    new HttpSchemaRegistry(RegistrySettings.of(URI.create(platform.registryUrl())));
            var access = new KafkaAccess(platform.bootstrapServers(), registry, Map.of());
            RawLoad.put(count, access);
            try (Admin admin = Admin.create(access.adminProperties("bench"))) {
                var output = new NewTopic(FloorTopology.OUTPUT, PARTITIONS, (short) 1);
                admin.createTopics(List.of(output)).all().get();
                return measure(admin, () -> start.on(access, directory.resolve("state")));
            }
        }
    }

    private Spent measure(Admin admin, Supplier<Running> start)
            throws ExecutionException, InterruptedException {
        try (var _ = start.get()) {
            awaitRead(admin, count / 5);
            Spent.Since begin = Spent.now();
            awaitRead(admin, count);
            return begin.spent();
        }
    }

    private static void awaitRead(Admin admin, long articles)
            throws ExecutionException, InterruptedException {
        while (read(admin) < articles) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static long read(Admin admin) throws ExecutionException, InterruptedException {
        return admin
                .listConsumerGroupOffsets(EnrichConfig.APPLICATION_ID)
                .partitionsToOffsetAndMetadata()
                .get()
                .entrySet()
                .stream()
                .filter(entry -> entry.getKey().topic().equals(Topics.RAW.name()))
                .mapToLong(entry -> entry.getValue() == null ? 0 : entry.getValue().offset())
                .sum();
    }

    private String text(Spent spent) {
        return spent.of(count - count / 5);
    }
}
