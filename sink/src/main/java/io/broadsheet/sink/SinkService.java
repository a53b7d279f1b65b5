package io.broadsheet.sink;

import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.service.Service;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.StoreResult.Counts;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings enriched articles and dead letters into a store. Each is there once, however often
 * anything is killed, because rows and offsets change in one transaction. Several workers share the
 * partitions: while the database works for one, another reads and decodes.
 */
public final class SinkService implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(SinkService.class);
    private static final Duration STOP_TIME_MAX = Duration.ofSeconds(20);

    private final CompositeMeterRegistry registry = new CompositeMeterRegistry();
    private final List<SinkWorker> workers = new ArrayList<>();

    /**
     * @param access where Kafka and the registry are
     * @param stores the same store, opened once for each worker; closed by this service
     * @param config how
     * @param letters writes the dead letters of this sink, and has the clock
     * @param claims keeps payloads too large for a dead letter
     */
    public SinkService(
            KafkaAccess access,
            List<ArticleStore> stores,
            SinkConfig config,
            DeadLetters letters,
            ClaimStore claims) {
        var meters = new SinkMeters(registry, letters.clock());
        for (ArticleStore store : stores) {
            String name = config.instance() + (workers.isEmpty() ? "" : "-" + (workers.size() + 1));
            var undertaker = new Undertaker(letters, claims);
            var watched = new SinkWorker.Watched(undertaker, meters);
            workers.add(new SinkWorker(name, access, store, config, watched));
        }
    }

    @Override
    public String name() {
        return "sink";
    }

    @Override
    public void start() {
        workers.forEach(SinkWorker::start);
    }

    @Override
    public Optional<Throwable> failure() {
        return workers.stream().flatMap(worker -> worker.failure().stream()).findFirst();
    }

    @Override
    public Optional<String> notReady() {
        return failure()
                .map(Throwable::toString)
                .or(() ->
                        workers.stream()
                                .flatMap(worker -> worker.progress().obstacle().stream())
                                .findFirst());
    }

    @Override
    public void bindTo(MeterRegistry backend) {
        registry.add(backend);
        workers.forEach(worker -> worker.bindTo(backend));
    }

    /**
     * For each partition this sink holds: everything below this offset is stored. Transaction
     * markers count, so it reaches the end of the log. Safe to ask from any thread.
     */
    public Map<TopicPartition, Long> position() {
        Map<TopicPartition, Long> position = new HashMap<>();
        for (SinkWorker worker : workers) {
            // While a partition changes hands, both may name it; the higher offset is the later.
            worker.progress()
                    .position()
                    .forEach((partition, next) -> position.merge(partition, next, Math::max));
        }
        return position;
    }

    /** What was stored since the start. Safe to ask from any thread. */
    public Counts counts() {
        return workers.stream()
                .map(worker -> worker.progress().counts())
                .reduce(Counts.ZERO, Counts::plus);
    }

    @Override
    public void close() {
        workers.forEach(SinkWorker::stop);
        try {
            for (SinkWorker worker : workers) {
                if (!worker.join(STOP_TIME_MAX)) {
                    LOG.atWarn()
                            .log("sink did not stop in time; what it was storing is not stored");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
