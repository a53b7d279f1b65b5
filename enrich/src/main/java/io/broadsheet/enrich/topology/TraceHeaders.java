package io.broadsheet.enrich.topology;

import io.broadsheet.runtime.trace.TraceContext;
import io.broadsheet.schemas.CloudEventHeaders;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** The trace an article belongs to, for the records that are made of it. */
record TraceHeaders(TraceContext context) {

    static TraceHeaders of(SourceRecord source) {
        return new TraceHeaders(source.trace());
    }

    static TraceHeaders of(@Nullable String traceparent, @Nullable String tracestate) {
        return new TraceHeaders(TraceContext.of(traceparent, tracestate));
    }

    Optional<String> traceparent() {
        return context.traceparent();
    }

    Optional<String> tracestate() {
        return context.tracestate();
    }

    /** The headers of a record that belongs to this trace. */
    Headers with(CloudEventHeaders event) {
        Headers headers = new RecordHeaders();
        event.addTo(headers);
        context.addTo(headers);
        return headers;
    }
}
