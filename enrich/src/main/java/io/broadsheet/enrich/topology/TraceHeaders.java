package io.broadsheet.enrich.topology;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The trace an article belongs to (W3C trace context). What is longer than the specification allows
 * for is dropped.
 */
record TraceHeaders(Optional<String> traceparent, Optional<String> tracestate) {

    private static final String TRACEPARENT = "traceparent";
    private static final String TRACESTATE = "tracestate";
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

    /** Adds what there is to the headers, which come back. */
    Headers into(Headers headers) {
        traceparent.ifPresent(text -> headers.add(TRACEPARENT, bytes(text)));
        tracestate.ifPresent(text -> headers.add(TRACESTATE, bytes(text)));
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
