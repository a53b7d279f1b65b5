package io.broadsheet.app.pipeline;

import io.broadsheet.runtime.trace.Tracing;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;

import java.util.Map;
import java.util.Set;

/**
 * Spans go where OpenTelemetry's own variables say, such as {@code OTEL_EXPORTER_OTLP_ENDPOINT}. If
 * none of them asks for it, there is no SDK and there are no spans. Metrics and logs are not ours
 * to send: they have ways of their own.
 */
public final class Telemetry {

    /** One of these says that spans are wanted. */
    private static final Set<String> WANTED =
            Set.of(
                    "OTEL_EXPORTER_OTLP_ENDPOINT",
                    "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
                    "OTEL_TRACES_EXPORTER");

    private Telemetry() {}

    /**
     * As the environment says.
     *
     * @param service what this process is called if {@code OTEL_SERVICE_NAME} does not say
     * @throws io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException if a variable is wrong
     */
    public static Tracing of(String service, Map<String, String> environment) {
        if (!isWanted(environment)) {
            return Tracing.off();
        }
        OpenTelemetrySdk sdk =
                AutoConfiguredOpenTelemetrySdk.builder()
                        .addPropertiesSupplier(() -> defaults(service))
                        .build()
                        .getOpenTelemetrySdk();
        return Tracing.to(sdk);
    }

    private static boolean isWanted(Map<String, String> environment) {
        boolean disabled = "true".equalsIgnoreCase(environment.get("OTEL_SDK_DISABLED"));
        boolean none = "none".equalsIgnoreCase(environment.get("OTEL_TRACES_EXPORTER"));
        return !disabled && !none && WANTED.stream().anyMatch(name -> isSet(name, environment));
    }

    /** Compose sets a variable that nobody gave a value to nothing, which is no wish. */
    private static boolean isSet(String name, Map<String, String> environment) {
        return !environment.getOrDefault(name, "").isBlank();
    }

    private static Map<String, String> defaults(String service) {
        return Map.of(
                "otel.service.name", service,
                "otel.metrics.exporter", "none",
                "otel.logs.exporter", "none",
                "otel.exporter.otlp.protocol", "http/protobuf");
    }
}
