package io.broadsheet.enrich.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The figures of the stores are told for as long as there is somebody to tell. */
class StoreMetersTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aCollectionOfGarbageDoesNotTakeThemAway() {
        bind();
        awaitCollection();

        meters.get("broadsheet.state.store.entries").gauges().forEach(it -> it.value());
        int stores = meters.get("broadsheet.state.store.entries").gauges().size();

        assertThat(asked).hasValue(stores);
    }

    private void bind() {
        var stores =
                new StoreMeters(() -> {
                    asked.incrementAndGet();
                    return Optional.empty();
                });
        stores.bindTo(meters);
    }

    private static void awaitCollection() {
        var canary = new WeakReference<>(new Object());
        await().until(() -> {
            System.gc();
            return canary.refersTo(null);
        });
    }
}
