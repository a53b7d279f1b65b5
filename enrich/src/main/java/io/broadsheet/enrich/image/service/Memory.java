package io.broadsheet.enrich.image.service;

import io.broadsheet.enrich.image.verdict.Recheck;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.CloudEventHeaders;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.HostState;
import io.broadsheet.v1.ImageCheck;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the checker knows and shares with its other instances through topics: the last check of each
 * image, and the state of each host.
 */
final class Memory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

    /** A rebalance waits for it. */
    private static final Duration LATEST_WAIT_MAX = Duration.ofSeconds(5);

    private final KnownImages known;
    private final Placeholders placeholders;
    private final HostStates hosts;
    private final TopicReader<ImageCheck> checkReader;
    private final TopicReader<HostState> hostReader;

    /**
     * @param outgoing writes what changes; stays open when this is closed
     * @param broken told of what must end the service
     */
    Memory(
            KafkaAccess kafka,
            int knownMax,
            Outgoing outgoing,
            Territory territory,
            Consumer<Throwable> broken) {
        this.known = new KnownImages(knownMax);
        this.hosts = new HostStates(territory::includes, state -> write(outgoing, state));
        this.placeholders = new Placeholders(hosts);
        this.checkReader = new TopicReader<>(kafka, Topics.IMAGE_CHECKS, this::learn, broken);
        this.hostReader = new TopicReader<>(kafka, Topics.HOST_STATE, hosts::learn, broken);
    }

    private void learn(ImageCheck check) {
        known.learn(check);
        placeholders.count(check);
    }

    private static void write(Outgoing outgoing, HostState state) {
        try {
            outgoing.send(
                    List.of(
                            Outgoing.Parcel.of(
                                    Topics.HOST_STATE,
                                    state.getHost(),
                                    state,
                                    CloudEventHeaders.of(state))),
                    () -> {});
        } catch (InterruptedException _) {
            // The service is closing; the request that taught it is not done and will teach it
            // again.
            Thread.currentThread().interrupt();
        }
    }

    Knowledge knowledge() {
        return new Knowledge(known, placeholders, hosts);
    }

    /** Begins to read. Checks older than the longest that one can hold are left out. */
    void start(InstantSource clock) {
        checkReader.start(clock.instant().minus(Recheck.NEVER));
        hostReader.start(Instant.EPOCH);
    }

    /** Whether all that is known now has been read, within this time for each. */
    boolean awaitCaughtUp(Duration waitMax) throws InterruptedException {
        boolean hostsKnown = hostReader.awaitCaughtUp(waitMax);
        return checkReader.awaitCaughtUp(waitMax) && hostsKnown;
    }

    /** Reads what those have left who held the partitions before that come to us now. */
    void takeOver() throws InterruptedException {
        if (!awaitCaughtUp(LATEST_WAIT_MAX)) {
            LOG.atWarn().log("takes partitions over before all is read that is known about them");
        }
    }

    @Override
    public void close() {
        checkReader.close();
        hostReader.close();
    }
}
