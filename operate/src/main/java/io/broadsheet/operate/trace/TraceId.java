package io.broadsheet.operate.trace;

import io.broadsheet.runtime.trace.TraceContext;
import io.broadsheet.schemas.CloudEventHeaders;
import io.broadsheet.v1.DeadLetter;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the id of a trace out of W3C's {@code traceparent}. */
final class TraceId {

    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    private TraceId() {}

    /** Of a record, as its headers say. */
    static Optional<String> of(ConsumerRecord<?, ?> record) {
        return TraceContext.of(record.headers()).traceparent().flatMap(TraceId::id);
    }

    /** Of the record that was buried, as the headers say that the letter keeps. */
    static Optional<String> in(DeadLetter letter) {
        return letter.getOriginalHeaders().stream()
                .filter(header -> header.getKey().equals(CloudEventHeaders.TRACEPARENT))
                .flatMap(header -> Stream.ofNullable(header.getValue()))
                .map(value -> StandardCharsets.UTF_8.decode(value.duplicate()).toString())
                .reduce((_, last) -> last)
                .flatMap(TraceId::id);
    }

    private static Optional<String> id(String traceparent) {
        Matcher parts = TRACEPARENT.matcher(traceparent);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }
}
