package io.broadsheet.ingest;

import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.DocumentReader;
import io.broadsheet.ingest.document.Opening;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.document.Reading;
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
import java.util.List;
import java.util.Optional;

/**
 * Takes files of one source to the raw topic. A document whose very bytes were taken before is
 * unchanged and costs one read; a file that cannot be read is buried and costs nothing else; all
 * the rest is published with its cursor in one transaction. Used by one thread at a time.
 */
public final class FileIngest implements AutoCloseable {

    private final ReaderSettings settings;
    private final DocumentReader reader;
    private final RecordWriter writer;
    private final TransactionalPublisher publisher;
    private final InstantSource clock;

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
     * Begins: from now on every earlier ingest of the same source is fenced.
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
                new RecordWriter(registry, settings.version()),
                TransactionalPublisher.open(settings.source(), clients, registry, clock),
                clock);
    }

    /**
     * Takes the files in order; returns when all that is new is committed.
     *
     * @param progress told whenever something more is safe
     * @throws io.broadsheet.ingest.publish.IngestFencedException if another ingest of the source
     *     has begun
     */
    public IngestReport take(Iterable<SourceFile> files, IngestProgress progress) {
        var pass = new Pass(progress);
        files.forEach(pass::take);
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
            Optional<Integer> oversized = RecordWriter.oversized(outgoing);
            batch.add(oversized.map(bytes -> tooLarge(document, bytes)).orElse(outgoing));
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
            batch.add(writer.write(new Taken(cursor, List.of(), Optional.of(letter))));
        }

        private Optional<Seen> seen(String document) {
            return batch.seen(document).or(() -> publisher.cursors().find(document));
        }

        private void unchanged(Seen seen) {
            counts = counts.plusUnchanged(seen.deadLetterId().isPresent());
            progress.advanced(counts);
        }

        void commit() {
            if (batch.isEmpty()) {
                return;
            }
            Committed committed = publisher.publish(batch);
            committed.raw().forEach(place -> offsets.add(place.partition(), place.offset()));
            long buried =
                    batch.documents().stream().filter(o -> o.taken().letter().isPresent()).count();
            counts = counts.plusBuried(buried).plusPublished(batch.documents().size() - buried);
            batch = new Batch();
            progress.advanced(counts);
        }
    }

    private Taken taken(Document document, Reading reading) {
        IngestCursor.Builder cursor = cursor(document.url(), document.digest());
        return switch (reading) {
            case Reading.Articles(List<RawArticle> articles) ->
                    new Taken(
                            cursor.setArticleId(articles.getFirst().getArticleId()).build(),
                            articles,
                            Optional.empty());
            case Reading.Buried(DeadLetter letter) ->
                    new Taken(
                            cursor.setDeadLetterId(letter.getDeadLetterId()).build(),
                            List.of(),
                            Optional.of(letter));
        };
    }

    private Outgoing tooLarge(Document document, int bytes) {
        String detail =
                "%d bytes as a record, limit %d".formatted(bytes, RecordWriter.valueBytesMax());
        Rejection rejection = new Rejection(FailureCode.RECORD_TOO_LARGE, detail);
        return writer.write(taken(document, reader.bury(document, rejection)));
    }

    private IngestCursor.Builder cursor(String document, String digest) {
        return IngestCursor.newBuilder()
                .setSourceId(settings.source().value())
                .setDocument(document)
                .setPayloadDigest(digest)
                .setTakenAt(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
