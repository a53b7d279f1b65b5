package io.broadsheet.enrich.topology;

import static io.broadsheet.schemas.CloudEventHeaders.TRACEPARENT;
import static io.broadsheet.schemas.CloudEventHeaders.TRACESTATE;

import io.broadsheet.schemas.CloudEventHeaders;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The trace an article belongs to (W3C trace context). What is longer than the specification allows
 * for is dropped.
 */
record TraceHeaders(Optional<String> traceparent, Optional<String> tracestate) {

    private static final int CHARS_MAX = 512;

    TraceHeaders {
        traceparent = traceparent.filter(text -> text.length() <= CHARS_MAX);
        tracestate = tracestate.filter(text -> text.length() <= CHARS_MAX);
    }

    static TraceHeaders of(SourceRecord source) {
        return new TraceHeaders(source.header(TRACEPARENT), source.header(TRACESTATE));
    }

    static TraceHeaders of(@Nullable String traceparent, @Nullable String tracestate) {
        return new TraceHeaders(Optional.ofNullable(traceparent), Optional.ofNullable(tracestate));
    }

    /** The headers of a record that belongs to this trace. */
    Headers with(CloudEventHeaders event) {
        Headers headers = new RecordHeaders();
        event.addTo(headers);
        traceparent.ifPresent(text -> headers.add(TRACEPARENT, bytes(text)));
        tracestate.ifPresent(text -> headers.add(TRACESTATE, bytes(text)));
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
