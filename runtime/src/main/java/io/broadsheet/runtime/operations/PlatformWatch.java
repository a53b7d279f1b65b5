package io.broadsheet.runtime.operations;

import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.service.Service;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.RegistryException;
import io.broadsheet.schemas.registry.RegistryUnavailableException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Asks broker and registry every few seconds whether they are there, each by itself, so that a
 * process says that it is not ready even while it has nothing to do that would tell it. It never
 * fails: an outage is waited for.
 */
public final class PlatformWatch implements Service {

    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    private final KafkaAccess kafka;
    private final CompositeMeterRegistry meters = new CompositeMeterRegistry();
    private final Part broker = new Part("broker", meters);
    private final Part registry = new Part("registry", meters);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Thread> asking;

    /**
     * Nothing is asked before {@link #start}.
     *
     * @param kafka where broker and registry are
     */
    public PlatformWatch(KafkaAccess kafka) {
        this.kafka = kafka;
        this.asking =
                List.of(
                        Thread.ofVirtual().name("broker-watch").unstarted(this::watchBroker),
                        Thread.ofVirtual().name("registry-watch").unstarted(this::watchRegistry));
    }

    @Override
    public String name() {
        return "platform";
    }

    @Override
    public void bindTo(MeterRegistry backend) {
        meters.add(backend);
    }

    @Override
    public void start() {
        asking.forEach(Thread::start);
    }

    @Override
    public Optional<Throwable> failure() {
        return Optional.empty();
    }

    /** Which of the two does not answer, and what there was instead of an answer. */
    @Override
    public Optional<String> notReady() {
        List<String> obstacles =
                Stream.of(broker, registry).flatMap(part -> part.obstacle().stream()).toList();
        return obstacles.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", obstacles));
    }

    @Override
    public void close() {
        closed.countDown();
        asking.forEach(Thread::interrupt);
    }

    private void watchBroker() {
        untilClosed(() -> {
            try (Admin admin = Admin.create(kafka.adminProperties("platform-watch"))) {
                untilClosed(() -> broker.answered(askBroker(admin)));
            } catch (KafkaException e) {
                // Its name may not be known yet. A client that fails is replaced by a new one.
                broker.answered(
                        Optional.of(String.valueOf(e.getCause() == null ? e : e.getCause())));
            }
        });
    }

    private void watchRegistry() {
        untilClosed(() -> registry.answered(askRegistry()));
    }

    /** Asks again and again; what a question throws ends it. */
    private void untilClosed(Question question) {
        try {
            do {
                question.ask();
            } while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<String> askBroker(Admin admin) throws InterruptedException {
        int millis = Math.toIntExact(ANSWER_MAX.toMillis());
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(millis)).nodes().get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(String.valueOf(e.getCause()));
        }
    }

    /** A registry that refuses is there. */
    private Optional<String> askRegistry() {
        try {
            kafka.registry().versions(Topics.RAW.name() + "-value");
            return Optional.empty();
        } catch (RegistryUnavailableException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (RegistryException _) {
            return Optional.empty();
        }
    }

    /** Asked every few seconds. */
    @FunctionalInterface
    private interface Question {
        void ask() throws InterruptedException;
    }

    /** One of those who are asked. */
    private static final class Part {

        private final String name;
        private final AtomicReference<Optional<String>> obstacle;
        private final Counter failures;

        Part(String name, MeterRegistry meters) {
            this.name = name;
            this.obstacle =
                    new AtomicReference<>(Optional.of("the " + name + " was not asked yet"));
            Gauge.builder("broadsheet.platform.up", obstacle, it -> it.get().isEmpty() ? 1 : 0)
                    .description("1 while the broker, or the registry, answers")
                    .tag("part", name)
                    .register(meters);
            this.failures =
                    Counter.builder("broadsheet.platform.failures")
                            .description("times that the broker, or the registry, did not answer")
                            .tag("part", name)
                            .register(meters);
        }

        Optional<String> obstacle() {
            return obstacle.get();
        }

        void answered(Optional<String> trouble) {
            obstacle.set(trouble.map(what -> "the " + name + " does not answer: " + what));
            if (trouble.isPresent()) {
                failures.increment();
            }
        }
    }
}
