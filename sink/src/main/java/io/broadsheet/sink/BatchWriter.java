package io.broadsheet.sink;

import io.broadsheet.runtime.trace.Segment;
import io.broadsheet.runtime.trace.TraceContext;
import io.broadsheet.runtime.trace.Tracing;
import io.broadsheet.runtime.trace.Work;
import io.broadsheet.schemas.registry.RegistryUnavailableException;
import io.broadsheet.sink.SinkStoppedException.Code;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.Batch;
import io.broadsheet.sink.store.Batch.Span;
import io.broadsheet.sink.store.Row;
import io.broadsheet.sink.store.StoreResult;
import io.broadsheet.sink.store.StoreResult.Refusal;
import io.broadsheet.sink.store.Unavailable;
import io.broadsheet.v1.EnrichedArticle;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes rows of records and saves them. A row that the store refuses is replaced by its dead letter
 * and the whole saved again, so that a letter lies in the transaction that passes its record.
 */
final class BatchWriter {

    private final ArticleStore store;
    private final RowReader reader;
    private final MassBreaker breaker;
    private final SinkMeters meters;
    private final Tracing tracing;

    BatchWriter(
            ArticleStore store,
            RowReader reader,
            MassBreaker breaker,
            SinkMeters meters,
            Tracing tracing) {
        this.store = store;
        this.reader = reader;
        this.breaker = breaker;
        this.meters = meters;
        this.tracing = tracing;
    }

    /** How a write ended, short of an exception. */
    sealed interface Written {

        /**
         * All is stored.
         *
         * @param counts what changed
         * @param buried whether letters of this sink are among it, to be relayed
         */
        record Done(StoreResult.Counts counts, boolean buried) implements Written {}

        /** Nothing is stored; the same may be tried again. */
        record Waiting(Unavailable obstacle) implements Written {}
    }

    /**
     * Stores records and carries their partitions forward.
     *
     * @throws SinkStoppedException if another sink has taken over, or too much would be buried
     */
    Written write(List<ConsumerRecord<byte[], byte[]>> records, List<Span> spans) {
        try {
            List<Row> rows = new ArrayList<>(records.size());
            for (ConsumerRecord<byte[], byte[]> record : records) {
                rows.add(reader.read(record));
            }
            List<Segment> segments = segments(records, rows);
            Written written = save(records, rows, spans);
            if (written instanceof Written.Done) {
                segments.forEach(Segment::close);
            }
            return written;
        } catch (RegistryUnavailableException e) {
            return new Written.Waiting(new Unavailable("schema registry: " + e.getMessage()));
        } catch (UncheckedIOException e) {
            return new Written.Waiting(new Unavailable(String.valueOf(e.getCause())));
        }
    }

    /** Told of only once they are stored. */
    private List<Segment> segments(List<ConsumerRecord<byte[], byte[]>> records, List<Row> rows) {
        if (!tracing.isOn()) {
            return List.of();
        }
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            if (rows.get(i) instanceof Row.Article(EnrichedArticle article)) {
                ConsumerRecord<byte[], byte[]> record = records.get(i);
                Work work = Work.process(record, store.kind().group());
                segments.add(
                        tracing.goOn(work, TraceContext.of(record.headers()))
                                .note(Segment.ARTICLE_ID, article.getArticleId()));
            }
        }
        return segments;
    }

    /** Ends because each turn replaces rows by letters, and a refused letter stops the sink. */
    private Written save(
            List<ConsumerRecord<byte[], byte[]>> records, List<Row> rows, List<Span> spans) {
        while (true) {
            breaker.objection(rows).ifPresent(BatchWriter::stopForMass);
            switch (store.save(new Batch(spans, rows))) {
                case StoreResult.Stored(var counts) -> {
                    breaker.stored(rows);
                    meters.stored(rows, counts);
                    return new Written.Done(counts, holdsOwnLetters(rows));
                }
                case StoreResult.Refused(var refusals) -> bury(refusals, records, rows);
                case StoreResult.Fenced(var detail) ->
                        throw new SinkStoppedException(
                                Code.SINK_FENCED, detail + "; another sink has taken over");
                case Unavailable obstacle -> {
                    return new Written.Waiting(obstacle);
                }
            }
        }
    }

    private void bury(
            List<Refusal> refusals, List<ConsumerRecord<byte[], byte[]>> records, List<Row> rows) {
        for (Refusal refusal : refusals) {
            if (rows.get(refusal.row()) instanceof Row.OwnLetter) {
                throw new SinkStoppedException(
                        Code.SINK_MASS_REJECT,
                        "the store refuses even a dead letter: " + refusal.reason());
            }
            rows.set(refusal.row(), reader.refused(records.get(refusal.row()), refusal.reason()));
        }
    }

    private static boolean holdsOwnLetters(List<Row> rows) {
        return rows.stream().anyMatch(Row.OwnLetter.class::isInstance);
    }

    private static void stopForMass(String objection) {
        throw new SinkStoppedException(
                Code.SINK_MASS_REJECT,
                objection
                        + " would be buried. Nothing of this batch is stored. Check that registry"
                        + " and store are the right ones; if the records are at fault indeed, raise"
                        + " sink.buried.in.a.row and sink.buried.per.thousand");
    }
}
