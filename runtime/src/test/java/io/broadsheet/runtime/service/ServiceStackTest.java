package io.broadsheet.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** What a stack of services tells about each of them. */
class ServiceStackTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void aServiceIsMeasuredAsLiveAndReadyForAsLongAsItIs() {
        var lamp = new Lamp();
        try (var stack = new ServiceStack(meters)) {
            stack.run(lamp);
            assertThat(value("live")).isEqualTo(1);
            assertThat(value("ready")).isZero();

            lamp.obstacle = Optional.empty();
            assertThat(value("ready")).isEqualTo(1);

            lamp.failure = Optional.of(new IllegalStateException("broken"));
            assertThat(value("live")).isZero();
            assertThat(stack.failure()).containsSame(lamp.failure.get());
        }
        assertThat(lamp.closed).isTrue();
    }

    private double value(String what) {
        return meters.get("broadsheet.service." + what).tag("service", "lamp").gauge().value();
    }

    /** Is as the test sets it. */
    private static final class Lamp implements Service {

        private Optional<Throwable> failure = Optional.empty();
        private Optional<String> obstacle = Optional.of("cold");
        private boolean closed;

        @Override
        public String name() {
            return "lamp";
        }

        @Override
        public void start() {
            // Shines by itself.
        }

        @Override
        public Optional<Throwable> failure() {
            return failure;
        }

        @Override
        public Optional<String> notReady() {
            return obstacle;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
