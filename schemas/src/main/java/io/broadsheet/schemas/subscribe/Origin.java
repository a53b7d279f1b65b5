package io.broadsheet.schemas.subscribe;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a delivery lies on Kafka, and what its record says besides key and value.
 *
 * @param topic its name
 * @param partition from 0
 * @param offset in the partition; with topic and partition it names the record for ever, so it
 *     tells a repeated delivery from a new one
 * @param timestamp when the article was ingested, not when it was published or enriched
 * @param headers by name, as UTF-8 text, in their order; of several of one name the last. {@code
 *     traceparent} among them is the article's trace
 */
public record Origin(
        String topic, int partition, long offset, Instant timestamp, Map<String, String> headers) {

    /** With the headers copied, their order kept. */
    public Origin {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** As the tools of Broadsheet write it: {@code topic/partition/offset}. */
    public String place() {
        return topic + "/" + partition + "/" + offset;
    }
}
