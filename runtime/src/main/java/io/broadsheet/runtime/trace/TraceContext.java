package io.broadsheet.runtime.trace;

import static io.broadsheet.schemas.CloudEventHeaders.TRACEPARENT;
import static io.broadsheet.schemas.CloudEventHeaders.TRACESTATE;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The place in a trace that something was made at, as W3C Trace Context writes it. What is longer
 * than the specification allows for is dropped; what is malformed is passed on as it came, since it
 * is somebody else's.
 */
public record TraceContext(Optional<String> traceparent, Optional<String> tracestate) {

    /** No trace is known. */
    public static final TraceContext NONE = new TraceContext(Optional.empty(), Optional.empty());

    private static final int CHARS_MAX = 512;

    public TraceContext {
        traceparent = traceparent.filter(text -> text.length() <= CHARS_MAX);
        tracestate = tracestate.filter(text -> text.length() <= CHARS_MAX);
    }

    /** As it was kept. */
    public static TraceContext of(@Nullable String traceparent, @Nullable String tracestate) {
        return new TraceContext(Optional.ofNullable(traceparent), Optional.ofNullable(tracestate));
    }

    /** Of a record. */
    public static TraceContext of(Headers headers) {
        return new TraceContext(text(headers, TRACEPARENT), text(headers, TRACESTATE));
    }

    private static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        byte[] value = header == null ? null : header.value();
        return value == null
                ? Optional.empty()
                : Optional.of(new String(value, StandardCharsets.UTF_8));
    }

    /** Marks a record as made here, and no longer where it may have been marked before. */
    public void addTo(Headers headers) {
        set(headers, TRACEPARENT, traceparent);
        set(headers, TRACESTATE, tracestate);
    }

    private static void set(Headers headers, String name, Optional<String> value) {
        if (value.isPresent()) {
            headers.remove(name);
            headers.add(name, value.get().getBytes(StandardCharsets.UTF_8));
        }
    }
}
