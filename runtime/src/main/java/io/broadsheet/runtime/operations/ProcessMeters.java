package io.broadsheet.runtime.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** What every process measures of itself. */
public final class ProcessMeters {

    private ProcessMeters() {}

    /**
     * A registry that measures this process: heap, garbage collection, threads, processor, file
     * descriptors, uptime, and which build it is.
     *
     * @param service label {@code service} of {@code broadsheet_build_info}
     * @param version label {@code version} of it
     */
    public static PrometheusMeterRegistry registry(String service, String version) {
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(meters);
        new JvmGcMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new FileDescriptorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        Gauge.builder("broadsheet.build.info", () -> 1)
                .description("1, with what runs as labels")
                .tag("service", service)
                .tag("version", version)
                .register(meters);
        return meters;
    }
}
