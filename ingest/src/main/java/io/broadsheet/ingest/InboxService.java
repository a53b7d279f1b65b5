package io.broadsheet.ingest;

import io.broadsheet.ingest.source.FileSource;
import io.broadsheet.ingest.source.SettledFiles;
import io.broadsheet.ingest.source.SourceFile;
import io.broadsheet.runtime.service.OutageLoop;
import io.broadsheet.runtime.service.Service;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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

    /** With a hundred thousand files in it one look takes a second of the processor. */
    private static final int PAUSES_FOR_A_LOOK = 10;

    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(5);

    private final Path inbox;
    private final Supplier<FileIngest> ingest;
    private final InstantSource clock;
    private final OutageLoop loop;
    private final CompositeMeterRegistry registry = new CompositeMeterRegistry();
    private final IngestMeters meters;

    /**
     * @param inbox the directory, made if missing
     * @param ingest begins a new ingest: at the start, and after an outage
     */
    public InboxService(Path inbox, Supplier<FileIngest> ingest, InstantSource clock) {
        this.inbox = inbox;
        this.ingest = ingest;
        this.clock = clock;
        this.meters = new IngestMeters(registry, name(), clock);
        this.loop = new OutageLoop("ingest-inbox", OUTAGE_PAUSE, this::work);
    }

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public Optional<Throwable> failure() {
        return loop.failure();
    }

    @Override
    public Optional<String> notReady() {
        return loop.notReady();
    }

    @Override
    public void bindTo(MeterRegistry backend) {
        registry.add(backend);
    }

    /** After an outage all is looked at again. */
    private void work(OutageLoop own) throws IOException, InterruptedException {
        try (var watch = new InboxWatch(inbox);
                FileIngest current = ingest.get()) {
            own.clear();
            current.measuredBy(meters);
            var settled = new SettledFiles(QUIET);
            while (!own.isClosed()) {
                long beginNanos = System.nanoTime();
                List<SourceFile> files =
                        settled.among(new FileSource(List.of(inbox)), clock.instant());
                Duration look = Duration.ofNanos(System.nanoTime() - beginNanos);
                take(current, files);
                meters.look(clock.instant());
                watch.await(pauseAfter(look));
            }
        }
    }

    /** How long at most until the next look, so that looking takes a tenth of the time at most. */
    static Duration pauseAfter(Duration look) {
        Duration pause = look.multipliedBy(PAUSES_FOR_A_LOOK);
        return pause.compareTo(LOOK_EVERY) > 0 ? pause : LOOK_EVERY;
    }

    private static void take(FileIngest current, List<SourceFile> files) {
        if (files.isEmpty()) {
            return;
        }
        IngestCounts counts = current.take(files, IngestProgress.silent()).counts();
        LOG.atInfo()
                .addKeyValue("read", counts.read())
                .addKeyValue("published", counts.published())
                .addKeyValue("unchanged", counts.unchanged())
                .addKeyValue("buried", counts.buried())
                .log("took files from the inbox");
    }

    @Override
    public void close() {
        loop.close();
    }
}
