package io.broadsheet.ingest.publish;

import org.apache.kafka.clients.producer.ProducerRecord;

import java.util.List;

/**
 * What one document gave, in bytes.
 *
 * @param taken the same, to be read
 * @param records in the order they are sent
 * @param bytes of keys and values together
 */
public record Outgoing(Taken taken, List<ProducerRecord<byte[], byte[]>> records, long bytes) {

    public Outgoing {
        records = List.copyOf(records);
    }
}
