package io.broadsheet.runtime.service;

import io.broadsheet.schemas.registry.RegistryUnavailableException;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The thread of a service that works until it is closed. An outage of Kafka is waited for, as long
 * as it takes; then the work begins anew. What only somebody's hand can mend ends it, as a failure,
 * and so does an error.
 */
public final class OutageLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutageLoop.class);
    private static final Duration STOP_MAX = Duration.ofSeconds(20);

    private final Duration pause;
    private final Work work;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<Optional<Throwable>> failure =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<String>> obstacle =
            new AtomicReference<>(Optional.of("not connected to Kafka yet"));

    /** What is done again and again. */
    public interface Work {

        /**
         * Works until the loop is closed.
         *
         * @throws KafkaException at an outage, after which it is called again, or at what will not
         *     pass by itself
         * @throws IOException if it cannot go on
         * @throws InterruptedException if the service is closing and cannot wait any longer
         */
        void run(OutageLoop loop) throws IOException, InterruptedException;
    }

    /**
     * Nothing happens before {@link #start}.
     *
     * @param name of the thread
     * @param pause after an outage
     */
    public OutageLoop(String name, Duration pause, Work work) {
        this.pause = pause;
        this.work = work;
        this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!isClosed()) {
                workUntilOutage();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) { // the thread's end: told to whoever watches the service
            if (!isClosed()) {
                failure.set(Optional.of(e));
                LOG.atError().setCause(e).log("the service ends");
            }
        }
    }

    private void workUntilOutage() throws IOException, InterruptedException {
        try {
            work.run(this);
        } catch (KafkaException e) {
            if (!isOutage(e)) {
                throw e;
            }
            obstacle.set(Optional.of("Kafka is out: " + e));
            LOG.atWarn().addKeyValue("error", e.toString()).log("Kafka is out, beginning anew");
            var _ = closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** What only somebody's hand can mend is no outage. To be fenced is: another begins anew. */
    private static boolean isOutage(KafkaException e) {
        return switch (e) {
            case RegistryUnavailableException _ -> true;
            case SerializationException _ -> false;
            case AuthenticationException _ -> false;
            case AuthorizationException _ -> false;
            case UnsupportedVersionException _ -> false;
            default -> true;
        };
    }

    /** Says from the work that it goes on as it should. */
    public void clear() {
        obstacle.set(Optional.empty());
    }

    /** Says from the work why it does not go on. */
    public void obstruct(String why) {
        obstacle.set(Optional.of(why));
    }

    /** Whether the work is to end. */
    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Waits, but no longer than until it is closed. */
    public void rest(Duration time) throws InterruptedException {
        var _ = closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Why it has ended by itself, if it has. */
    public Optional<Throwable> failure() {
        return failure.get();
    }

    /** Why it takes no work; empty if it does. */
    public Optional<String> notReady() {
        return failure().map(Throwable::toString).or(obstacle::get);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            if (thread.isAlive() && !thread.join(STOP_MAX)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
