package io.broadsheet.runtime.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/**
 * A piece of work in a trace, from its begin to its close. What is made in it is marked with its
 * {@link #context}. Closing twice is closing once; one that is never closed is never told of.
 */
public final class Segment implements AutoCloseable {

    /** Attribute of spans: the article. */
    public static final AttributeKey<String> ARTICLE_ID =
            AttributeKey.stringKey("broadsheet.article.id");

    /** Attribute of spans: what was found out, or what became of it. */
    public static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("broadsheet.outcome");

    private final Span span;
    private final TraceContext context;

    Segment(Span span, TraceContext context) {
        this.span = span;
        this.context = context;
    }

    /** What work in no trace of ours passes on. */
    static Segment passing(TraceContext context) {
        return new Segment(Span.getInvalid(), context);
    }

    /** Where in the trace this is. */
    public TraceContext context() {
        return context;
    }

    /** Notes something about the work. */
    public Segment note(AttributeKey<String> what, String value) {
        span.setAttribute(what, value);
        return this;
    }

    /** It broke. */
    public void failed(Throwable cause) {
        span.recordException(cause);
        span.setStatus(StatusCode.ERROR, cause.getClass().getName());
    }

    @Override
    public void close() {
        span.end();
    }
}
