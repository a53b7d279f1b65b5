package io.broadsheet.runtime.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Services of one process, and what is measured of them. The one started last is stopped first. */
public final class ServiceStack implements AutoCloseable {

    private final MeterRegistry meters;
    private final Deque<Service> running = new ArrayDeque<>();

    /**
     * @param meters measures every service that is started
     */
    public ServiceStack(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Starts one more. It is closed with the others even if its start fails. */
    public synchronized void run(Service service) {
        service.bindTo(meters);
        measure(service);
        running.push(service);
        service.start();
    }

    /** What {@code /live} and {@code /ready} tell, for those who watch numbers. */
    private void measure(Service service) {
        Gauge.builder("broadsheet.service.live", service, it -> oneIf(it.failure().isEmpty()))
                .description("1 unless the service has stopped by itself")
                .tag("service", service.name())
                .register(meters);
        Gauge.builder("broadsheet.service.ready", service, it -> oneIf(it.notReady().isEmpty()))
                .description("1 while the service takes work")
                .tag("service", service.name())
                .register(meters);
    }

    private static double oneIf(boolean holds) {
        return holds ? 1 : 0;
    }

    /** Those that were started, the latest first. */
    public synchronized List<Service> services() {
        return List.copyOf(running);
    }

    /** Why a service stopped by itself, if one did. */
    public Optional<Throwable> failure() {
        return services().stream().flatMap(service -> service.failure().stream()).findFirst();
    }

    @Override
    public synchronized void close() {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }
}
