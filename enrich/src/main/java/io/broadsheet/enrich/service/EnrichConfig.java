package io.broadsheet.enrich.service;

import io.broadsheet.enrich.EnrichSettings;
import io.broadsheet.enrich.ImageChecking;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How enrichment runs.
 *
 * @param applicationId names the consumer group, the transactions and the changelogs
 * @param stateDirectory where the stores are; one for each instance
 * @param threads stream threads
 * @param commitInterval how often a transaction ends: how long a subscriber waits at least
 * @param replication of the changelogs; -1 is what the broker does by default
 * @param instanceId names this instance in its group, so that a quick restart moves no partitions
 * @param checking whether articles wait for their images
 * @param steps what an operator may decide about the steps
 */
public record EnrichConfig(
        String applicationId,
        Path stateDirectory,
        int threads,
        Duration commitInterval,
        int replication,
        Optional<String> instanceId,
        ImageChecking checking,
        EnrichSettings steps) {

    /** Where nothing else is said: also the consumer group. */
    public static final String APPLICATION_ID = "broadsheet-enrich";

    /** One machine, one broker: two threads, 100 ms. */
    public static EnrichConfig standard(Path stateDirectory, ImageChecking checking) {
        return new EnrichConfig(
                APPLICATION_ID,
                stateDirectory,
                2,
                Duration.ofMillis(100),
                -1,
                Optional.empty(),
                checking,
                EnrichSettings.defaults());
    }
}
