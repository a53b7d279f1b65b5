package io.broadsheet.enrich.image.service;

import io.broadsheet.runtime.trace.Segment;
import io.broadsheet.v1.ImageCheckRequest;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.time.Instant;

/**
 * A request in hand.
 *
 * @param record as it lay on the topic
 * @param mark tells the one who polls when it is done
 * @param segment of its article's trace, from when it was taken in hand to its answer
 */
record Ticket(
        ImageCheckRequest request,
        ConsumerRecord<byte[], byte[]> record,
        Mark mark,
        Segment segment) {

    /** Whether its article no longer waits. */
    boolean isLate(Instant now) {
        return !request.getDeadline().isAfter(now);
    }
}
