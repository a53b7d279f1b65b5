package io.broadsheet.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

/** Whether spans are asked for. */
class TelemetryTest {

    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String EXPORTER = "OTEL_TRACES_EXPORTER";

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void whatIsSetToNothingIsNotSet(String nothing) {
        var environment = Map.of(ENDPOINT, nothing, EXPORTER, nothing);

        assertThat(Telemetry.of("test", environment).isOn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {ENDPOINT, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"})
    void anEndpointIsAWish(String name) {
        var environment = Map.of(name, "http://127.0.0.1:1", EXPORTER, "");

        assertThat(Telemetry.of("test", environment).isOn()).isTrue();
    }
}
