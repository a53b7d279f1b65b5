package io.broadsheet.e2e.faults.bugs;

import io.broadsheet.e2e.faults.machine.Child;
import io.broadsheet.schemas.Topics;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** The product's own enrichment in a process, with a guarantee that an operator must not choose. */
final class LooseEnrich implements AutoCloseable {

    private static final String GROUP = "broadsheet-enrich";
    private static final Set<String> SOURCES =
            Set.of(
                    Topics.RAW.name(),
                    Topics.IMAGE_CHECK_RESULTS.name(),
                    Topics.CLUSTER_SKETCHES.name(),
                    Topics.CLUSTER_LINKS.name());
    private static final long END_MILLIS_MAX = 30_000;

    private final Bench bench;
    private final Path directory;
    private Child child;

    LooseEnrich(Bench bench, Path directory) {
        this.bench = bench;
        this.directory = directory;
        skip();
        this.child = started();
    }

    /** What was before this case is none of its business. */
    private void skip() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        bench.starts()
                .forEach((partition, start) -> {
                    if (SOURCES.contains(partition.topic())) {
                        offsets.put(partition, new OffsetAndMetadata(start));
                    }
                });
        try (Admin admin = Admin.create(bench.access().adminProperties("seeded-bug"))) {
            // Refused while the member of the case before is still thought to be there.
            Awaitility.await("an empty group")
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(ExecutionException.class)
                    .until(() -> {
                        admin.alterConsumerGroupOffsets(GROUP, offsets).all().get();
                        return true;
                    });
        }
    }

    /** SIGKILL, and another one. */
    void kill() {
        child.kill();
        child = started();
    }

    private Child started() {
        return Child.start(
                directory.resolve("enrich.log"),
                Map.of(
                        "BOOTSTRAP_SERVERS",
                        bench.servers(),
                        "SCHEMA_REGISTRY_URL",
                        bench.registryUrl(),
                        "ENRICH_STATE_DIRECTORY",
                        directory.resolve("state").toString(),
                        "ENRICH_THREADS",
                        "1",
                        "ENRICH_COMMIT_INTERVAL",
                        "30s",
                        "IMAGES_ENABLED",
                        "false",
                        "OPERATIONS_PORT",
                        "0",
                        "KAFKA_CONSUMER_SESSION_TIMEOUT_MS",
                        "6000",
                        "KAFKA_CONSUMER_HEARTBEAT_INTERVAL_MS",
                        "1500",
                        "KAFKA_STREAMS_PROCESSING_GUARANTEE",
                        "at_least_once"),
                List.of("io.broadsheet.app.Broadsheet", "enrich"));
    }

    /** In order, so that the next case finds the offsets of this one committed. */
    @Override
    public void close() {
        child.terminate();
        try {
            if (!child.ended(END_MILLIS_MAX)) {
                child.kill();
            }
        } catch (InterruptedException e) {
            child.kill();
            Thread.currentThread().interrupt();
        }
    }
}
