package io.broadsheet.web.fetch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.apache.hc.core5.pool.ConnPoolControl;
import org.apache.hc.core5.pool.PoolStats;

import java.util.function.ToDoubleFunction;

/**
 * {@code broadsheet_http_connections}: how a pool is used, and {@code
 * broadsheet_http_connections_max}. All hosts together: there is no end of them.
 */
final class PoolMeters {

    private PoolMeters() {}

    /**
     * In place of an earlier pool of that name.
     *
     * @param name of the pool, such as {@code images}
     */
    static void bind(MeterRegistry registry, String name, ConnPoolControl<?> pool) {
        registry.find("broadsheet.http.connections")
                .tag("pool", name)
                .meters()
                .forEach(registry::remove);
        registry.find("broadsheet.http.connections.max")
                .tag("pool", name)
                .meters()
                .forEach(registry::remove);
        state(registry, name, pool, "leased", PoolStats::getLeased);
        state(registry, name, pool, "available", PoolStats::getAvailable);
        state(registry, name, pool, "pending", PoolStats::getPending);
        Gauge.builder("broadsheet.http.connections.max", pool, it -> it.getTotalStats().getMax())
                .description("connections that the pool may open")
                .tag("pool", name)
                .register(registry);
    }

    private static void state(
            MeterRegistry registry,
            String name,
            ConnPoolControl<?> pool,
            String state,
            ToDoubleFunction<PoolStats> figure) {
        Gauge.builder(
                        "broadsheet.http.connections",
                        pool,
                        it -> figure.applyAsDouble(it.getTotalStats()))
                .description("connections in use and at rest, and requests that wait for one")
                .tag("pool", name)
                .tag("state", state)
                .register(registry);
    }
}
