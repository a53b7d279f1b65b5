package io.broadsheet.enrich.image.service;

import io.broadsheet.v1.ImageVerdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import java.util.function.ToDoubleFunction;

/**
 * What the checker says of itself in figures. No figure is of one host: there is no end of them, so
 * they are told apart by {@link HostKind}.
 */
final class CheckMeters {

    private final MeterRegistry registry;

    CheckMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** {@code broadsheet_image_checks_total}: an image has its verdict. */
    void count(ImageVerdict verdict, HostClass host, String kind) {
        checks(verdict, host, kind).increment();
    }

    /** Tells each verdict as 0 before there is the first. */
    void beginWithNone() {
        for (ImageVerdict verdict : ImageVerdict.values()) {
            checks(verdict, HostClass.OPEN, HostKind.OTHER);
        }
    }

    private Counter checks(ImageVerdict verdict, HostClass host, String kind) {
        return Counter.builder("broadsheet.image.checks")
                .description("image checks by verdict, how their hosts stand, and whose they are")
                .tag("verdict", verdict.name())
                .tag("host", host.tag())
                .tag("host_class", kind)
                .register(registry);
    }

    /** {@code broadsheet_image_checks_in_flight}. */
    void watch(WayOut wayOut) {
        gauge("broadsheet.image.checks.in.flight", wayOut, WayOut::underWay)
                .description("checks whose requests are on their way")
                .register(registry);
    }

    /** {@code broadsheet_image_queue}. */
    void watch(HostLanes lanes) {
        gauge("broadsheet.image.queue", lanes, HostLanes::waiting)
                .description("images that wait for their hosts")
                .register(registry);
    }

    /** {@code broadsheet_image_hosts}, those that are left alone. */
    void watch(CheckWork work) {
        gauge("broadsheet.image.hosts", work, CheckWork::hostsBlocked)
                .tag("state", HostClass.BLOCKED.tag())
                .description("hosts that are left alone, by reason")
                .register(registry);
        gauge("broadsheet.image.hosts", work, CheckWork::hostsFailing)
                .tag("state", HostClass.FAILING.tag())
                .description("hosts that are left alone, by reason")
                .register(registry);
    }

    private static <T> Gauge.Builder<T> gauge(String name, T watched, ToDoubleFunction<T> figure) {
        return Gauge.builder(name, watched, figure);
    }
}
