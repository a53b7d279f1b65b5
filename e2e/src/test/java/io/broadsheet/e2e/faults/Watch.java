package io.broadsheet.e2e.faults;

import io.broadsheet.e2e.faults.check.Found;
import io.broadsheet.e2e.faults.machine.Fleet;
import io.broadsheet.e2e.faults.machine.Part;
import io.broadsheet.e2e.faults.nemesis.Fault;
import io.broadsheet.e2e.faults.reading.Decoder;
import io.broadsheet.e2e.faults.reading.Sampler;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Looks at everything again and again while it goes on: takes samples, and starts services again
 * that ended by themselves.
 */
final class Watch implements AutoCloseable {

    private static final long SAMPLE_MILLIS = 1_000;
    private static final long REVIVE_MILLIS = 250;

    private final Fleet fleet;
    private final History history;
    private final Admin admin;
    private final Sampler sampler;
    private final ScheduledExecutorService sampling = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService reviving = Executors.newSingleThreadScheduledExecutor();
    private final AtomicReference<Optional<Fault>> fault = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<RuntimeException>> broken =
            new AtomicReference<>(Optional.empty());
    private final List<Found.Slow> ended = new ArrayList<>();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile int unanswered;

    Watch(Fleet fleet, Book book, History history) {
        this.fleet = fleet;
        this.history = history;
        admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                fleet.bootstrapServers(),
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                10_000,
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                5_000));
        sampler =
                new Sampler(
                        fleet.bootstrapServers(),
                        new Decoder(fleet.registryUrl()),
                        admin,
                        book::taken);
    }

    void start() {
        running.add(
                sampling.scheduleWithFixedDelay(
                        this::sample, SAMPLE_MILLIS, SAMPLE_MILLIS, TimeUnit.MILLISECONDS));
        running.add(
                reviving.scheduleWithFixedDelay(
                        this::revive, REVIVE_MILLIS, REVIVE_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** What is being broken from now on. */
    void during(Fault next) {
        fault.set(Optional.of(next));
    }

    /** Raw records that have no entry in the ledger, by the last sample. */
    int unanswered() {
        return unanswered;
    }

    /**
     * What was passed before it came to anything.
     *
     * @throws IllegalStateException if the samples ended early
     */
    List<Found.Passed> passed() {
        broken.get()
                .ifPresent(cause -> {
                    throw new IllegalStateException("the samples ended early", cause);
                });
        return sampler.passed();
    }

    int samples() {
        return sampler.samples();
    }

    /** Services that ended by themselves where none of them should. */
    synchronized List<Found.Slow> ended() {
        return List.copyOf(ended);
    }

    private void sample() {
        try {
            sampler.sampleLog();
            unanswered = sampler.unanswered();
            try (Connection connection = fleet.postgres().connect()) {
                sampler.sampleStore(connection);
            }
        } catch (KafkaException | ExecutionException | SQLException e) {
            history.add("unsampled", Map.of("error", e.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            broken.set(Optional.of(e));
            throw e;
        }
    }

    private synchronized void revive() {
        for (Part part : fleet.revive()) {
            String during = fault.get().map(Fault::name).orElse("no fault");
            history.add("ended", Map.of("service", part.name(), "during", during));
            FaultRun.say("    %s ended by itself during %s".formatted(part, during));
            if (!fault.get().filter(Fault::mayEndAService).isPresent()) {
                ended.add(new Found.Slow(part + " ended by itself during " + during, -1, 0));
            }
        }
    }

    @Override
    public void close() {
        running.forEach(task -> task.cancel(true));
        sampling.shutdownNow();
        reviving.shutdownNow();
        try (admin;
                sampler;
                sampling;
                reviving) {
            fault.set(Optional.empty());
        }
    }
}
