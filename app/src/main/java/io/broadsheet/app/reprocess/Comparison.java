package io.broadsheet.app.reprocess;

import io.broadsheet.app.reprocess.ReprocessReport.Total;
import io.broadsheet.enrich.EnrichInput;
import io.broadsheet.enrich.EnrichResult;
import io.broadsheet.enrich.Enricher;
import io.broadsheet.enrich.revision.Substance;
import io.broadsheet.enrich.topology.RememberedOffsets;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.Keys;
import io.broadsheet.operate.cluster.Place;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.schemas.CloudEventHeaders;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaUnknownException;
import io.broadsheet.schemas.serde.AvroCorruptException;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Reprocessing;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the latest version of an article with what the present steps make of it. */
final class Comparison {

    private final ReprocessRequest request;
    private final RememberedOffsets offsets;
    private final PresentVersions versions;
    private final ReprocessReport report;
    private final Enricher enricher;
    private final Deserializer<RawArticle> articles;
    private final String runId;

    Comparison(
            Cluster cluster,
            ReprocessRequest request,
            RememberedOffsets offsets,
            PresentVersions versions,
            ReprocessReport report) {
        this.request = request;
        this.offsets = offsets;
        this.versions = versions;
        this.report = report;
        this.enricher = new Enricher(request.steps(), new ReadOnlyClaims(request.claims()));
        this.articles = AvroSerde.of(Topics.RAW, cluster.registry()).deserializer();
        this.runId = cluster.clock().instant().toString();
    }

    /** A raw record and the version that was made from it. */
    private record Pair(
            ConsumerRecord<byte[], byte[]> record, RawArticle raw, PresentVersion version) {

        Place place() {
            return Place.of(record);
        }
    }

    /**
     * What is to be asked for, if the steps make something else of a raw record.
     *
     * @param present by articleId; the one that was made from this record is taken out
     */
    Optional<Reprocessing> of(
            ConsumerRecord<byte[], byte[]> record, Map<String, PresentVersion> present) {
        String id = String.valueOf(Keys.text(record.key()));
        PresentVersion version = present.get(id);
        if (version == null || !version.raw().equals(Place.of(record))) {
            return Optional.empty();
        }
        present.remove(id);
        report.count(Total.READ);
        return read(record).flatMap(raw -> compared(new Pair(record, raw, version)));
    }

    private Optional<RawArticle> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(articles.deserialize(record.topic(), record.value()));
        } catch (AvroCorruptException | SchemaUnknownException e) {
            report.fail("it cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Reprocessing> compared(Pair pair) {
        var signs = offsets.signs(pair.record().partition(), pair.raw().getSource());
        Instant seenAt = Instant.ofEpochMilli(pair.record().timestamp());
        return switch (enricher.enrich(
                new EnrichInput(pair.raw(), pair.place().ref(), seenAt, signs))) {
            case EnrichResult.Kept(EnrichedArticle fresh, _) -> compared(pair, Substance.of(fresh));
            case EnrichResult.Rejected(Rejection why) -> {
                report.fail(why.message());
                yield Optional.empty();
            }
        };
    }

    private Optional<Reprocessing> compared(Pair pair, Substance fresh) {
        List<String> fields = pair.version().differences(fresh);
        if (fields.isEmpty()) {
            report.count(Total.SAME);
            return Optional.empty();
        }
        if (fields.stream().noneMatch(this::isMeant)) {
            report.count(Total.OTHER_STEPS);
            return Optional.empty();
        }
        report.differing(fields);
        if (report.shown() < request.shownMax()) {
            report.show(difference(pair, fresh, fields));
        }
        return Optional.of(asking(pair, fresh, fields));
    }

    private boolean isMeant(String field) {
        return request.step().isEmpty() || Substance.stepOf(field).equals(request.step());
    }

    private Difference difference(Pair pair, Substance fresh, List<String> names) {
        Map<String, String> before = Substance.of(versions.at(pair.version().place())).fields();
        return new Difference(
                pair.raw().getArticleId(),
                pair.version().version(),
                names.stream()
                        .map(name ->
                                new Difference.Field(
                                        name,
                                        before.getOrDefault(name, ""),
                                        fresh.fields().getOrDefault(name, "")))
                        .toList());
    }

    private Reprocessing asking(Pair pair, Substance fresh, List<String> fields) {
        return Reprocessing.newBuilder()
                .setRunId(runId)
                .setRawRef(pair.place().ref())
                .setSeenAt(Instant.ofEpochMilli(pair.record().timestamp()))
                .setArticle(pair.raw())
                .setVersion(pair.version().version())
                .setExpected(fresh.digest())
                .setFields(fields)
                .setImages(pair.version().images())
                .setTraceparent(header(pair, CloudEventHeaders.TRACEPARENT))
                .setTracestate(header(pair, CloudEventHeaders.TRACESTATE))
                .build();
    }

    private static @Nullable String header(Pair pair, String name) {
        Header header = pair.record().headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}
