package io.broadsheet.bench.neardup;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.enrich.Clustering;
import io.broadsheet.enrich.EnrichSettings;
import io.broadsheet.enrich.ImageChecking;
import io.broadsheet.enrich.service.EnrichConfig;
import io.broadsheet.enrich.service.EnrichService;
import io.broadsheet.enrich.step.language.Languages;
import io.broadsheet.enrich.topology.CommitPace;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.HttpSchemaRegistry;
import io.broadsheet.schemas.registry.RegistrySettings;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints what enrichment costs without near-duplicates and with them, on a real broker in this
 * process: time of the processor of its threads (stream threads and their producers) for one
 * article. Texts are made up, of about 6 KB, every twentieth a copy.
 *
 * <p>{@code java -cp 'bench/target/classes:app/target/broadsheet/lib/*'
 * io.broadsheet.bench.neardup.MeasureClusters [ARTICLES]}
 */
public final class MeasureClusters {

    private static final int ARTICLES = 20_000;

    /** What one part sent is seen by the next when a transaction ends: longer than one takes. */
    private static final Duration QUIET = CommitPace.SELDOM.multipliedBy(3);

    private static final String THREADS = EnrichConfig.APPLICATION_ID;

    private final PrintStream out;
    private final int articles;

    private MeasureClusters(PrintStream out, int articles) {
        this.out = out;
        this.articles = articles;
    }

    /**
     * Prints both, twice: the first round warms up.
     *
     * @param arguments how many articles
     * @throws Exception if the broker cannot be started or asked
     */
    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int articles = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ARTICLES;
        var measure = new MeasureClusters(out, articles);
        for (int round = 1; round <= 2; round++) {
            measure.run("round " + round + ", off", Clustering.disabled());
            measure.run("round " + round + ", on", Clustering.defaults());
        }
    }

    private void run(String what, Clustering clustering)
            throws IOException, ExecutionException, InterruptedException {
        Path directory = Files.createTempDirectory("measure-clusters");
        var options = PlatformOptions.anyPorts(directory.resolve("platform"));
        try (EmbeddedPlatform platform = EmbeddedPlatform.start(options)) {
            KafkaAccess kafka =
                    new KafkaAccess(
                            platform.bootstrapServers(),
                            new HttpSchemaRegistry(
                                    RegistrySettings.of(URI.create(platform.registryUrl()))),
                            Map.of());
            MadeUpArticles.offer(kafka, articles);
            try (EnrichService service = service(kafka, directory, clustering);
                    Admin admin = Admin.create(kafka.adminProperties("measure"))) {
                service.start();
                long cpu = awaitQuiet(admin);
                out.println(
                        String.format(
                                Locale.ROOT,
                                "%s: %d us an article; %d sketches, %d links, %d versions",
                                what,
                                cpu / 1_000 / articles,
                                end(admin, Topics.CLUSTER_SKETCHES),
                                end(admin, Topics.CLUSTER_LINKS),
                                end(admin, Topics.REVISIONS)));
            }
        }
    }

    private static EnrichService service(KafkaAccess kafka, Path directory, Clustering clustering) {
        EnrichConfig standard =
                EnrichConfig.standard(directory.resolve("state"), ImageChecking.disabled());
        var config =
                new EnrichConfig(
                        standard.applicationId(),
                        standard.stateDirectory(),
                        standard.threads(),
                        standard.commitInterval(),
                        standard.replication(),
                        Optional.empty(),
                        standard.checking(),
                        new EnrichSettings(Map.of(), 20, Languages.all(), 3, 8, clustering));
        var letters = new DeadLetters("enrich", "bench", InstantSource.system());
        return new EnrichService(config, kafka, letters, ClaimStore.none());
    }

    /** Until nothing is written any more; the time of the processor until then. */
    private long awaitQuiet(Admin admin) throws ExecutionException, InterruptedException {
        long last = -1;
        long cpu = 0;
        long total = 0;
        while (total != last || end(admin, Topics.OUTCOMES) < articles) {
            Thread.sleep(QUIET);
            last = total;
            cpu = cpuNanos();
            total =
                    end(admin, Topics.REVISIONS)
                            + end(admin, Topics.CLUSTER_SKETCHES)
                            + end(admin, Topics.CLUSTER_LINKS)
                            + end(admin, Topics.CLUSTERS);
        }
        return cpu;
    }

    private static long cpuNanos() {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().contains(THREADS))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }

    private static long end(Admin admin, Topic<?> topic)
            throws ExecutionException, InterruptedException {
        int partitions = topic.layout().devPartitions();
        return admin
                .listOffsets(
                        IntStream.range(0, partitions)
                                .mapToObj(i -> new TopicPartition(topic.name(), i))
                                .collect(Collectors.toMap(p -> p, _ -> OffsetSpec.latest())))
                .all()
                .get()
                .values()
                .stream()
                .mapToLong(offset -> offset.offset())
                .sum();
    }
}
