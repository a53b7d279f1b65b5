package io.broadsheet.enrich.image.service;

import io.broadsheet.v1.ImageCheckRequest;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.time.Instant;

/**
 * A request in hand.
 *
 * @param record as it lay on the topic
 * @param mark tells the one who polls when it is done
 */
record Ticket(ImageCheckRequest request, ConsumerRecord<byte[], byte[]> record, Mark mark) {

    /** Whether its article no longer waits. */
    boolean isLate(Instant now) {
        return !request.getDeadline().isAfter(now);
    }
}
