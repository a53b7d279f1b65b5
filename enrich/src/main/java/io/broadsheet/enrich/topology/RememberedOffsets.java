package io.broadsheet.enrich.topology;

import io.broadsheet.schemas.serde.StateSerde;
import io.broadsheet.state.v1.OffsetSign;
import io.broadsheet.state.v1.SourceOffsets;
import io.broadsheet.v1.Source;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a running enrichment remembers of the declared dates of sources, read from its changelog: so
 * that whoever computes what it would make of an article knows what it knows. Used by one thread.
 */
public final class RememberedOffsets {

    /** A source as one partition knows it. */
    private record Clock(int partition, String source) {}

    private final StateSerde<SourceOffsets> serde = StateSerde.of(SourceOffsets.class);
    private final Map<Clock, List<OffsetSign>> signs = new HashMap<>();

    /** The topic to read, of an enrichment of that application id. */
    public static String topic(String applicationId) {
        return applicationId + "-" + ArticleStores.SOURCE_OFFSETS + "-changelog";
    }

    /** Takes in a record of that topic; to be shown all, in order. */
    public void take(ConsumerRecord<byte[], byte[]> record) {
        var clock = new Clock(record.partition(), new String(record.key(), StandardCharsets.UTF_8));
        SourceOffsets offsets = serde.deserializer().deserialize(record.topic(), record.value());
        if (offsets == null) {
            signs.remove(clock);
        } else {
            signs.put(clock, offsets.getSigns());
        }
    }

    /** What the articles of a source in a partition said, the latest last. */
    public List<OffsetSign> signs(int partition, Source source) {
        return Optional.ofNullable(signs.get(new Clock(partition, SourceClocks.key(source))))
                .orElse(List.of());
    }
}
