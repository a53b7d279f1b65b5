package io.broadsheet.runtime.trace;

import static io.broadsheet.schemas.CloudEventHeaders.TRACEPARENT;
import static io.broadsheet.schemas.CloudEventHeaders.TRACESTATE;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Begins spans, if somebody looks at them; else passes contexts on as they came, at no cost.
 * Whether a trace is sampled is decided where it begins: a context that says no is passed on as no.
 * Safe for any number of threads.
 */
public final class Tracing {

    private static final String SCOPE = "io.broadsheet";

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final Optional<Tracer> tracer;

    private Tracing(Optional<Tracer> tracer) {
        this.tracer = tracer;
    }

    /** Nobody looks at spans. */
    public static Tracing off() {
        return new Tracing(Optional.empty());
    }

    /** Spans go to these. */
    public static Tracing to(OpenTelemetry telemetry) {
        return new Tracing(Optional.of(telemetry.getTracer(SCOPE)));
    }

    /** Whether anybody looks at spans. */
    public boolean isOn() {
        return tracer.isPresent();
    }

    /**
     * Begins a piece of work.
     *
     * @param parent where it comes from; if that is nowhere, a trace begins here
     */
    public Segment begin(Work work, TraceContext parent) {
        return tracer.map(told -> begun(told, work, parent))
                .orElseGet(() -> Segment.passing(parent));
    }

    /**
     * The same for work that is no beginning: where there is no trace to go on with, none begins.
     *
     * @param parent where it comes from
     */
    public Segment goOn(Work work, TraceContext parent) {
        return parent.traceparent().isPresent() ? begin(work, parent) : Segment.passing(parent);
    }

    private static Segment begun(Tracer tracer, Work work, TraceContext parent) {
        Context before = W3C.extract(Context.root(), parent, ParentReader.INSTANCE);
        Span span =
                tracer.spanBuilder(work.name())
                        .setParent(before)
                        .setSpanKind(work.kind())
                        .startSpan();
        if (span.isRecording()) {
            span.setAllAttributes(work.attributes().get());
        }
        Map<String, String> written = new HashMap<>();
        W3C.inject(
                before.with(span),
                written,
                (map, name, value) -> {
                    if (map != null) {
                        map.put(name, value);
                    }
                });
        return new Segment(
                span, TraceContext.of(written.get(TRACEPARENT), written.get(TRACESTATE)));
    }
}
