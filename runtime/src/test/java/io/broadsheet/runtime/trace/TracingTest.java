package io.broadsheet.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

/** Contexts travel whether anybody looks at them or not. */
class TracingTest {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

    @Test
    void whereNobodyLooksAContextIsPassedOnAsItCame() {
        TraceContext brought = TraceContext.of("anything at all", "vendor=1");

        try (Segment segment = Tracing.off().begin(Work.create("topic", "key"), brought)) {
            assertThat(segment.context()).isSameAs(brought);
        }
        assertThat(Tracing.off().isOn()).isFalse();
    }

    @Test
    void anApiWithoutAnSdkPassesAGoodContextOnAndItsNo() {
        TraceContext brought = TraceContext.of(PARENT, "vendor=1");

        try (Segment segment =
                Tracing.to(OpenTelemetry.noop()).begin(Work.create("topic", "key"), brought)) {
            assertThat(segment.context()).isEqualTo(brought);
        }
    }

    @Test
    void workThatIsNoBeginningBeginsNoTrace() {
        try (Segment segment =
                Tracing.to(OpenTelemetry.noop())
                        .goOn(Work.inside("wait", "a"), TraceContext.NONE)) {
            assertThat(segment.context()).isSameAs(TraceContext.NONE);
        }
    }

    @Test
    void headersOfBeforeGiveWayAndOthersStay() {
        var headers = new RecordHeaders();
        headers.add("traceparent", "00-old".getBytes(StandardCharsets.UTF_8));
        headers.add("ce_id", "1".getBytes(StandardCharsets.UTF_8));

        TraceContext.of(PARENT, null).addTo(headers);

        assertThat(TraceContext.of(headers)).isEqualTo(TraceContext.of(PARENT, null));
        assertThat(headers.headers("traceparent")).hasSize(1);
        assertThat(headers.headers("ce_id")).hasSize(1);
    }

    @Test
    void whatIsLongerThanTheSpecificationAllowsIsDropped() {
        assertThat(TraceContext.of("0".repeat(513), "v=" + "1".repeat(511)))
                .isEqualTo(TraceContext.NONE);
    }
}
