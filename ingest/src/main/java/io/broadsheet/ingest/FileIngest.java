package io.broadsheet.ingest;

import io.broadsheet.ingest.document.ArchiveFile;
import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.DocumentReader;
import io.broadsheet.ingest.document.Opening;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.document.Reading;
import io.broadsheet.ingest.identity.KnownItems;
import io.broadsheet.ingest.identity.Recognition;
import io.broadsheet.ingest.publish.AccessClients;
import io.broadsheet.ingest.publish.Batch;
import io.broadsheet.ingest.publish.Committed;
import io.broadsheet.ingest.publish.KafkaClients;
import io.broadsheet.ingest.publish.Outgoing;
import io.broadsheet.ingest.publish.RecordWriter;
import io.broadsheet.ingest.publish.Seen;
import io.broadsheet.ingest.publish.Taken;
import io.broadsheet.ingest.publish.TransactionalPublisher;
import io.broadsheet.ingest.source.SourceFile;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.IngestCursor;
import io.broadsheet.v1.RawArticle;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes files of one source to the raw topic. A document whose very bytes were taken before is
 * unchanged and costs one read; a file that cannot be read is buried and costs nothing else; all
 * the rest is published with its cursor in one transaction. Used by one thread at a time.
 */
public final class FileIngest implements AutoCloseable {

    /** So many articles are recognised in another document; about 8 MiB. */
    private static final int KNOWN_MAX = 20_000;

    private final KnownItems known = new KnownItems(KNOWN_MAX);
    private final ReaderSettings settings;
    private final DocumentReader reader;
    private final RecordWriter writer;
    private final TransactionalPublisher publisher;
    private final InstantSource clock;
    private Optional<IngestMeters> meters = Optional.empty();

    private FileIngest(
            ReaderSettings settings,
            DocumentReader reader,
            RecordWriter writer,
            TransactionalPublisher publisher,
            InstantSource clock) {
        this.settings = settings;
        this.reader = reader;
        this.writer = writer;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Begins: from now on every earlier ingest of the same source is fenced; of one that backfills,
     * every earlier one that did.
     *
     * @param claims where bodies over 1 MiB and the bytes of failed documents go
     * @throws org.apache.kafka.common.KafkaException if the cluster does not answer
     */
    public static FileIngest open(
            KafkaAccess access, ReaderSettings settings, ClaimStore claims, InstantSource clock) {
        SchemaRegistry registry = access.registry();
        KafkaClients clients = new AccessClients(access);
        return new FileIngest(
                settings,
                new DocumentReader(settings, claims, clock),
                new RecordWriter(registry, settings.version(), access.tracing()),
                publisher(settings, clients, registry, clock),
                clock);
    }

    private static TransactionalPublisher publisher(
            ReaderSettings settings,
            KafkaClients clients,
            SchemaRegistry registry,
            InstantSource clock) {
        return settings.backfill().isPresent()
                ? TransactionalPublisher.openForBackfill(
                        settings.source(), clients, registry, clock)
                : TransactionalPublisher.open(settings.source(), clients, registry, clock);
    }

    /** Counts there from now on. */
    public FileIngest measuredBy(IngestMeters counted) {
        meters = Optional.of(counted);
        return this;
    }

    /**
     * Takes the files in order; returns when all that is new is committed.
     *
     * @param progress told whenever something more is safe
     * @throws io.broadsheet.ingest.publish.IngestFencedException if another ingest of the source
     *     has begun
     */
    public IngestReport take(Iterable<SourceFile> files, IngestProgress progress) {
        return take(files, List.of(), progress);
    }

    /** The same, and after the files documents that are in memory already. */
    public IngestReport take(
            Iterable<SourceFile> files, List<Document> documents, IngestProgress progress) {
        var pass = new Pass(progress);
        files.forEach(pass::take);
        documents.forEach(pass::take);
        pass.commit();
        return new IngestReport(pass.counts, pass.offsets);
    }

    @Override
    public void close() {
        publisher.close();
    }

    /** One call of {@link #take}. */
    private final class Pass {

        private final IngestProgress progress;
        private final RawOffsets offsets = new RawOffsets();
        private IngestCounts counts = IngestCounts.NONE;
        private Batch batch = new Batch();

        Pass(IngestProgress progress) {
            this.progress = progress;
        }

        void take(SourceFile file) {
            switch (reader.open(file)) {
                case Opening.Opened(Document document) -> take(document);
                case Opening.Archive(ArchiveFile archive) -> take(archive);
                case Opening.Buried(DeadLetter letter) -> takeUnopened(file, letter);
            }
            if (batch.isFull()) {
                commit();
            }
        }

        private void take(Document document) {
            Optional<Seen> seen = seen(document.url());
            if (seen.filter(s -> s.payloadDigest().equals(document.digest())).isPresent()) {
                unchanged(seen.get());
                return;
            }
            Outgoing outgoing = writer.write(taken(document, reader.parse(document)));
            batch.add(fitting(document, outgoing));
        }

        /**
         * Piece by piece. Only the last has the digest of the archive: if this ends before, all of
         * it is read again, and what is the same is found unchanged.
         */
        private void take(ArchiveFile archive) {
            Optional<Seen> seen = seen(archive.url());
            if (seen.filter(s -> s.payloadDigest().equals(archive.digest())).isPresent()) {
                unchanged(seen.get());
                return;
            }
            Document document = archive.asDocument();
            boolean done =
                    reader.parse(
                            archive,
                            reading -> {
                                Outgoing outgoing = writer.write(taken(document, reading));
                                batch.add(fitting(document, outgoing));
                                if (batch.isFull()) {
                                    commit();
                                }
                            });
            if (done) {
                IngestCursor cursor = cursor(archive.url(), archive.digest()).build();
                batch.add(writer.write(new Taken(cursor, List.of(), List.of())));
            }
        }

        /** The same letter about the same file tells nothing new. */
        private void takeUnopened(SourceFile file, DeadLetter letter) {
            Optional<Seen> seen = seen(file.url());
            Optional<String> id = Optional.of(letter.getDeadLetterId());
            if (seen.filter(s -> s.deadLetterId().equals(id)).isPresent()) {
                unchanged(seen.get());
                return;
            }
            String digest = Optional.ofNullable(letter.getPayloadDigest()).orElse("");
            IngestCursor cursor = cursor(file.url(), digest).setDeadLetterId(id.get()).build();
            batch.add(writer.write(new Taken(cursor, List.of(), List.of(letter))));
        }

        private Optional<Seen> seen(String document) {
            return batch.seen(document).or(() -> publisher.cursors().find(document));
        }

        private void unchanged(Seen seen) {
            counts = counts.plusUnchanged(seen.deadLetterId().isPresent());
            meters.ifPresent(counted -> counted.unchanged(settings.source().value(), 1));
            progress.advanced(counts);
        }

        void commit() {
            if (batch.isEmpty()) {
                return;
            }
            Committed committed = publisher.publish(batch);
            committed.raw().forEach(place -> offsets.add(place.partition(), place.offset()));
            for (Outgoing outgoing : batch.documents()) {
                Taken taken = outgoing.taken();
                counts =
                        counts.plusBuried(taken.letters().size())
                                .plusPublished(taken.articles().size());
                meters.ifPresent(counted -> count(counted, taken));
            }
            batch = new Batch();
            progress.advanced(counts);
        }
    }

    private void count(IngestMeters counted, Taken taken) {
        String source = settings.source().value();
        counted.published(source, taken.articles().size());
        counted.buried(source, taken.letters());
    }

    private Taken taken(Document document, Reading reading) {
        return switch (reading) {
            case Reading.Articles(var articles, var letters, _) ->
                    taken(document, recognised(articles), letters);
            case Reading.Places(_, var letter) -> taken(document, List.of(), List.of(letter.get()));
            case Reading.Buried(DeadLetter letter) -> taken(document, List.of(), List.of(letter));
        };
    }

    /** A dump has forks, and not every copy has all names. */
    private List<RawArticle> recognised(List<RawArticle> articles) {
        var recognition = new Recognition(known, clock.instant());
        List<RawArticle> recognised = recognition.recognise(articles);
        recognition.remember();
        return recognised;
    }

    /** The cursor of a feed names the first of each. */
    private Taken taken(Document document, List<RawArticle> articles, List<DeadLetter> letters) {
        IngestCursor.Builder cursor = cursor(document.url(), document.digest());
        articles.stream().findFirst().ifPresent(a -> cursor.setArticleId(a.getArticleId()));
        letters.stream().findFirst().ifPresent(l -> cursor.setDeadLetterId(l.getDeadLetterId()));
        return new Taken(cursor.build(), articles, letters);
    }

    /** What no topic takes is buried; the rest of its document goes on. */
    private Outgoing fitting(Document document, Outgoing outgoing) {
        Map<Integer, Integer> oversized = RecordWriter.oversized(outgoing);
        if (oversized.isEmpty()) {
            return outgoing;
        }
        List<RawArticle> articles = new ArrayList<>();
        List<DeadLetter> letters = new ArrayList<>(outgoing.taken().letters());
        for (int i = 0; i < outgoing.taken().articles().size(); i++) {
            RawArticle article = outgoing.taken().articles().get(i);
            Optional.ofNullable(oversized.get(i))
                    .ifPresentOrElse(
                            size -> letters.add(reader.bury(document, article, tooLarge(size))),
                            () -> articles.add(article));
        }
        return writer.write(taken(document, articles, letters));
    }

    private static Rejection tooLarge(int bytes) {
        return new Rejection(
                FailureCode.RECORD_TOO_LARGE,
                "%d bytes as a record, limit %d".formatted(bytes, RecordWriter.valueBytesMax()));
    }

    private IngestCursor.Builder cursor(String document, String digest) {
        return IngestCursor.newBuilder()
                .setSourceId(settings.source().value())
                .setDocument(document)
                .setPayloadDigest(digest)
                .setTakenAt(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
