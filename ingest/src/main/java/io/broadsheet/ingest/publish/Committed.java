package io.broadsheet.ingest.publish;

import org.apache.kafka.clients.producer.RecordMetadata;

import java.util.List;

/**
 * A batch that is safe on the broker.
 *
 * @param raw where its articles are
 */
public record Committed(List<RecordMetadata> raw) {

    public Committed {
        raw = List.copyOf(raw);
    }
}
