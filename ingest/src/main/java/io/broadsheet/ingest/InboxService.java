package io.broadsheet.ingest;

import io.broadsheet.ingest.publish.IngestFencedException;
import io.broadsheet.ingest.source.FileSource;
import io.broadsheet.ingest.source.SettledFiles;
import io.broadsheet.ingest.source.SourceFile;
import io.broadsheet.runtime.service.Service;
import io.broadsheet.schemas.registry.RegistryUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Watches a directory and takes each file once it is complete: what lies there at the start, what
 * comes, what changes. Files whose names begin with a dot or end with {@code .tmp} are left alone,
 * so a writer renames when it is done. Nothing is moved or deleted: the cursors remember.
 */
public final class InboxService implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(InboxService.class);

    private static final Duration QUIET = Duration.ofMillis(500);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(5);
    private static final Duration STOP_MAX = Duration.ofSeconds(20);

    private final Path inbox;
    private final Supplier<FileIngest> ingest;
    private final InstantSource clock;
    private final AtomicReference<Optional<Throwable>> failure =
            new AtomicReference<>(Optional.empty());
    private final Thread thread;
    private final AtomicReference<Optional<String>> obstacle =
            new AtomicReference<>(Optional.of("not connected to Kafka yet"));
    private Optional<IngestMeters> meters = Optional.empty();
    private volatile boolean closed;

    /**
     * @param inbox the directory, made if missing
     * @param ingest begins a new ingest: at the start, and after an outage
     */
    public InboxService(Path inbox, Supplier<FileIngest> ingest, InstantSource clock) {
        this.inbox = inbox;
        this.ingest = ingest;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("ingest-inbox").unstarted(this::run);
    }

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public Optional<Throwable> failure() {
        return failure.get();
    }

    @Override
    public Optional<String> notReady() {
        return failure().map(Throwable::toString).or(obstacle::get);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        meters = Optional.of(new IngestMeters(registry));
    }

    private void run() {
        try (var watch = new InboxWatch(inbox)) {
            while (!closed) {
                takeUntilOutage(watch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                failure.set(Optional.of(e));
                LOG.atError().setCause(e).log("the inbox is no longer watched");
            }
        }
    }

    /** An outage is waited for, as long as it takes: then all is looked at again. */
    private void takeUntilOutage(InboxWatch watch) throws InterruptedException {
        try (FileIngest current = ingest.get()) {
            obstacle.set(Optional.empty());
            var settled = new SettledFiles(QUIET);
            while (!closed) {
                take(current, settled);
                watch.await(LOOK_EVERY);
            }
        } catch (IngestFencedException e) {
            throw e;
        } catch (KafkaException e) {
            if (!isOutage(e)) {
                throw e;
            }
            obstacle.set(Optional.of("Kafka is out: " + e));
            LOG.atWarn().addKeyValue("error", e.toString()).log("Kafka is out, waiting");
            watch.await(OUTAGE_PAUSE);
        }
    }

    /** What only somebody's hand can mend is no outage. */
    private static boolean isOutage(KafkaException e) {
        return switch (e) {
            case RegistryUnavailableException _ -> true;
            case SerializationException _ -> false;
            case AuthenticationException _ -> false;
            case AuthorizationException _ -> false;
            case UnsupportedVersionException _ -> false;
            default -> true;
        };
    }

    private void take(FileIngest current, SettledFiles settled) {
        List<SourceFile> files = settled.among(new FileSource(List.of(inbox)), clock.instant());
        if (files.isEmpty()) {
            return;
        }
        IngestCounts counts = current.take(files, IngestProgress.silent()).counts();
        meters.ifPresent(counted -> counted.add(counts));
        LOG.atInfo()
                .addKeyValue("read", counts.read())
                .addKeyValue("published", counts.published())
                .addKeyValue("unchanged", counts.unchanged())
                .addKeyValue("buried", counts.buried())
                .log("took files from the inbox");
    }

    @Override
    public void close() {
        closed = true;
        try {
            if (thread.isAlive() && !thread.join(STOP_MAX)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
