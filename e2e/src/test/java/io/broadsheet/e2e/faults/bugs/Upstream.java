package io.broadsheet.e2e.faults.bugs;

import io.broadsheet.e2e.faults.check.Accepted;
import io.broadsheet.e2e.faults.check.Place;
import io.broadsheet.e2e.faults.offer.Expected;
import io.broadsheet.e2e.faults.offer.Label.Kind;
import io.broadsheet.e2e.faults.offer.Offer;
import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.FetchContext;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Source;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** What comes before the part with the bug, done right. */
final class Upstream implements AutoCloseable {

    private static final int ABORTED_ONE_OF = 10;

    private final Records records;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Accepted> accepted = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();

    Upstream(Bench bench) {
        records = new Records(bench.registry());
        producer = Records.producer(bench, Optional.of("upstream-" + bench.schema()));
        producer.initTransactions();
    }

    /** What was accepted so far. */
    List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    /** As ingest does it. */
    void ingest(Offer offer) throws ExecutionException, InterruptedException {
        producer.beginTransaction();
        Place place = raw(offer);
        producer.commitTransaction();
        boolean isRecord = offer.label().kind() == Kind.BAD_RECORD;
        accepted.add(new Accepted(offer, true, isRecord ? Optional.of(place) : Optional.empty()));
    }

    /** As ingest and enrichment do it; now and then something is taken back. */
    void enrich(Offer offer) throws ExecutionException, InterruptedException {
        if (offer.index() % ABORTED_ONE_OF == 0) {
            takeBack(offer);
        }
        if (!(offer.expected() instanceof Expected.Article(String id, String text))) {
            return;
        }
        producer.beginTransaction();
        RecordRef raw = ref(raw(offer));
        boolean fresh = !text.equals(texts.put(id, text));
        int version = fresh ? versions.merge(id, 1, Integer::sum) : versions.getOrDefault(id, 1);
        if (fresh) {
            Records.send(producer, records.versions(id, version, text, raw));
        }
        String kind = fresh ? "ENRICHED" : "DUPLICATE";
        Records.send(producer, List.of(records.outcome(id, kind, version, raw)));
        producer.commitTransaction();
        accepted.add(new Accepted(offer, true, Optional.empty()));
    }

    /** An article that nobody ever offered, in a transaction that never was. */
    private void takeBack(Offer offer) {
        producer.beginTransaction();
        RecordRef nowhere = ref(new Place(Topics.RAW.name(), 0, 0));
        Records.send(
                producer, records.versions("taken back " + offer.index(), 1, "no\nno", nowhere));
        producer.abortTransaction();
    }

    private Place raw(Offer offer) throws ExecutionException, InterruptedException {
        ProducerRecord<byte[], byte[]> record =
                switch (offer.expected()) {
                    case Expected.Article(String id, String text) ->
                            records.record(Topics.RAW, id, article(offer, id, text));
                    case Expected.Letter _ ->
                            new ProducerRecord<>(
                                    Topics.RAW.name(),
                                    Records.bytes(offer.name()),
                                    offer.content());
                };
        RecordMetadata place = producer.send(record).get();
        return new Place(place.topic(), place.partition(), place.offset());
    }

    private static RawArticle article(Offer offer, String id, String text) {
        return RawArticle.newBuilder()
                .setArticleId(id)
                .setSource(Source.newBuilder().setSourceId("faults").build())
                .setTitle(text)
                .setFetch(
                        FetchContext.newBuilder()
                                .setFetchId("1")
                                .setRequestUrl("file:///inbox/" + offer.name())
                                .setRetrievedAt(Instant.EPOCH)
                                .build())
                .setContentHash(Sha256.tagged(text))
                .setIngestedAt(Instant.EPOCH)
                .build();
    }

    private static RecordRef ref(Place place) {
        return RecordRef.newBuilder()
                .setTopic(place.topic())
                .setPartition(place.partition())
                .setOffset(place.offset())
                .build();
    }

    @Override
    public void close() {
        producer.close();
    }
}
