package io.broadsheet.runtime.trace;

import static io.broadsheet.schemas.CloudEventHeaders.TRACEPARENT;
import static io.broadsheet.schemas.CloudEventHeaders.TRACESTATE;

import io.opentelemetry.context.propagation.TextMapGetter;

import org.jspecify.annotations.Nullable;

/** Shows a context of ours to OpenTelemetry. */
enum ParentReader implements TextMapGetter<TraceContext> {
    INSTANCE;

    @Override
    public @Nullable String get(@Nullable TraceContext context, String key) {
        if (context == null) {
            return null;
        }
        return switch (key) {
            case TRACEPARENT -> context.traceparent().orElse(null);
            case TRACESTATE -> context.tracestate().orElse(null);
            default -> null;
        };
    }
}
