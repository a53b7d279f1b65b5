package io.broadsheet.app.reprocess;

import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.Keys;
import io.broadsheet.operate.cluster.LogScan;
import io.broadsheet.operate.cluster.Place;
import io.broadsheet.operate.cluster.RecordVisitor.Next;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaUnknownException;
import io.broadsheet.schemas.serde.AvroCorruptException;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.EnrichedArticle;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Reads the latest versions of articles. Used by one thread. */
final class PresentVersions {

    private final Cluster cluster;
    private final Deserializer<EnrichedArticle> articles;

    PresentVersions(Cluster cluster) {
        this.cluster = cluster;
        this.articles = AvroSerde.of(Topics.ENRICHED, cluster.registry()).deserializer();
    }

    /**
     * Those that were made from raw records of these partitions, from these offsets on, by
     * articleId.
     *
     * @param partitions of the enriched topic
     */
    Map<String, PresentVersion> of(
            Collection<TopicPartition> partitions, Map<TopicPartition, Long> rawFrom) {
        Map<String, PresentVersion> present = new HashMap<>();
        try (LogScan scan = cluster.scan()) {
            scan.readAll(
                    partitions,
                    record -> {
                        String id = String.valueOf(Keys.text(record.key()));
                        read(record)
                                .map(article -> PresentVersion.of(Place.of(record), article))
                                .filter(version -> isMeant(version, rawFrom))
                                .ifPresentOrElse(
                                        version -> present.put(id, version),
                                        () -> present.remove(id));
                        return Next.GO_ON;
                    });
        }
        return present;
    }

    /** One of them, whole. */
    EnrichedArticle at(Place place) {
        var found = new AtomicReference<Optional<EnrichedArticle>>(Optional.empty());
        try (LogScan scan = cluster.scan()) {
            scan.read(
                    Map.of(place.topicPartition(), place.offset()),
                    record -> {
                        if (record.offset() == place.offset()) {
                            found.set(read(record));
                        }
                        return Next.STOP;
                    });
        }
        return found.get().orElseThrow(() -> new ToolFailure(place + " is gone; run it again"));
    }

    private static boolean isMeant(PresentVersion version, Map<TopicPartition, Long> rawFrom) {
        Long from = rawFrom.get(version.raw().topicPartition());
        return from != null && version.raw().offset() >= from;
    }

    private Optional<EnrichedArticle> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.ofNullable(articles.deserialize(record.topic(), record.value()));
        } catch (AvroCorruptException | SchemaUnknownException e) {
            return Optional.empty(); // written by somebody else: no version of ours
        }
    }
}
