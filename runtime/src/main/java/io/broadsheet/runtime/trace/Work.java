package io.broadsheet.runtime.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.util.function.Supplier;

/**
 * What a span is of. Names and attributes are those of OpenTelemetry's semantic conventions for
 * messaging, and for Kafka in particular.
 *
 * @param name few, so that spans of a kind can be looked at together
 * @param attributes asked for only if somebody records the span
 */
public record Work(String name, SpanKind kind, Supplier<Attributes> attributes) {

    /**
     * A message is made for a topic; it goes out with others, so the sending is not of one trace.
     *
     * @param key of the record
     */
    public static Work create(String topic, String key) {
        return new Work(
                "create " + topic,
                SpanKind.PRODUCER,
                () ->
                        onTopic(topic, "create")
                                .put("messaging.operation.type", "create")
                                .put("messaging.kafka.message.key", key)
                                .build());
    }

    /**
     * A record is seen to.
     *
     * @param group of consumers that reads it
     */
    public static Work process(String topic, int partition, long offset, String group) {
        return new Work(
                "process " + topic,
                SpanKind.CONSUMER,
                () ->
                        onTopic(topic, "process")
                                .put("messaging.operation.type", "process")
                                .put(
                                        "messaging.destination.partition.id",
                                        Integer.toString(partition))
                                .put("messaging.kafka.offset", offset)
                                .put("messaging.consumer.group.name", group)
                                .build());
    }

    /** The same of a consumer's own record. */
    public static Work process(ConsumerRecord<?, ?> record, String group) {
        return process(record.topic(), record.partition(), record.offset(), group);
    }

    /**
     * Something that begins by itself: the last image has been answered for, or time is up.
     *
     * @param articleId about which article
     */
    public static Work inside(String name, String articleId) {
        return new Work(
                name,
                SpanKind.INTERNAL,
                () -> Attributes.builder().put(Segment.ARTICLE_ID, articleId).build());
    }

    private static AttributesBuilder onTopic(String topic, String operation) {
        return Attributes.builder()
                .put("messaging.system", "kafka")
                .put("messaging.destination.name", topic)
                .put("messaging.operation.name", operation);
    }
}
