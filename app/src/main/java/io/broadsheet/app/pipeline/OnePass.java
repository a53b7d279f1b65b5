package io.broadsheet.app.pipeline;

import io.broadsheet.enrich.service.EnrichConfig;
import io.broadsheet.ingest.FileIngest;
import io.broadsheet.ingest.IngestReport;
import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.source.FileSource;
import io.broadsheet.schemas.Topics;
import io.broadsheet.sink.read.Opening;
import io.broadsheet.sink.read.StoreReader;
import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.OutcomeKind;

import org.apache.kafka.common.TopicPartition;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** One pass: files in, and everything they gave stored, buried or known, images and all. */
public final class OnePass {

    private final AllInOne all;
    private final PassProgress progress;

    /**
     * @param all runs already; nobody else offers articles to it meanwhile
     * @param progress told how far it has come
     */
    public OnePass(AllInOne all, PassProgress progress) {
        this.all = all;
        this.progress = progress;
    }

    /**
     * Returns when nothing is under way any more.
     *
     * @param documents from elsewhere than files
     * @throws PipelineBrokenException if a service stopped by itself
     */
    public Account take(List<Path> paths, List<Document> documents, ReaderSettings settings)
            throws InterruptedException {
        Instant start = all.clock().instant();
        try (var ledger = new Ledger(all.kafka());
                var backlog = new Backlog(all.kafka(), all.clock());
                FileIngest ingest = all.ingest(settings)) {
            long lettersBefore = sinkLetters();
            IngestReport report =
                    ingest.take(
                            new FileSource(paths),
                            documents,
                            soFar -> progress.reading(soFar.read(), soFar.published()));
            awaitOutcomes(ledger, backlog, report.counts().published());
            awaitClusters(ledger, backlog);
            awaitStored(ledger, backlog, report.counts().published());
            return account(report, ledger, sinkLetters() - lettersBefore, start);
        }
    }

    private void awaitOutcomes(Ledger ledger, Backlog backlog, long published)
            throws InterruptedException {
        String enrich = EnrichConfig.APPLICATION_ID;
        while (ledger.total() < published || !backlog.isEmpty(enrich, Topics.RAW)) {
            requireHealth();
            ledger.readOn();
            progress.enriched(ledger.total(), published);
        }
    }

    /** News of near-duplicates give rise to news: an empty topic counts if the other one is too. */
    private void awaitClusters(Ledger ledger, Backlog backlog) throws InterruptedException {
        String enrich = EnrichConfig.APPLICATION_ID;
        while (!backlog.isEmpty(enrich, Topics.CLUSTER_SKETCHES)
                || !backlog.isEmpty(enrich, Topics.CLUSTER_LINKS)) {
            requireHealth();
            ledger.readOn();
        }
    }

    private void awaitStored(Ledger ledger, Backlog backlog, long published) {
        while (true) {
            requireHealth();
            Map<TopicPartition, Long> position = all.sink().position();
            if (!position.isEmpty() && backlog.isEmpty(position)) {
                long partial = unfinished();
                // The sink had passed the end before we counted: nothing partial means all is done.
                if (partial == 0) {
                    return;
                }
                progress.awaitingImages(partial, published);
            }
            ledger.readOn(); // nothing new is awaited there: it is a pause of a tenth of a second
        }
    }

    private long unfinished() {
        return withStore(store -> store.articlesByState().getOrDefault("PARTIAL", 0L));
    }

    private long sinkLetters() {
        return withStore(StoreReader::deadLettersOfSink);
    }

    private long withStore(ToLongFunction<StoreReader> question) {
        return switch (StoreReader.open(all.data().database())) {
            case Opening.Opened(var store) -> {
                try (store) {
                    yield question.applyAsLong(store);
                }
            }
            case Opening.Absent _ -> 0;
            case Opening.Unreadable(var file, var reason) ->
                    throw new PipelineBrokenException(
                            "the store " + file + " cannot be read: " + reason);
        };
    }

    private void requireHealth() {
        all.failure()
                .ifPresent(cause -> {
                    throw new PipelineBrokenException("a service stopped: " + cause, cause);
                });
    }

    private Account account(IngestReport report, Ledger ledger, long buriedBySink, Instant start) {
        var counts = report.counts();
        return new Account(
                counts.read(),
                ledger.count(OutcomeKind.ENRICHED) - buriedBySink,
                counts.unchanged() + ledger.count(OutcomeKind.UNCHANGED),
                ledger.count(OutcomeKind.DUPLICATE),
                counts.buried() + ledger.count(OutcomeKind.BURIED) + buriedBySink,
                images(ledger.rawStart()),
                Duration.between(start, all.clock().instant()));
    }

    private Map<ImageOutcome, Long> images(Map<Integer, Long> rawStart) {
        Map<ImageOutcome, Long> images = new TreeMap<>();
        if (StoreReader.open(all.data().database()) instanceof Opening.Opened(var store)) {
            try (store) {
                store.imagesByOutcomeSince(rawStart)
                        .forEach((name, count) -> images.put(ImageOutcome.valueOf(name), count));
            }
        }
        return images;
    }
}
