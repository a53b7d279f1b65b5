package io.broadsheet.app.console;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The life of a process that runs until it is told to end (Ctrl-C, SIGTERM) or a part of it stops
 * by itself. Told to end, it closes everything and answers 0: to be stopped is no failure.
 */
public final class Lifetime {

    private static final Logger LOG = LoggerFactory.getLogger(Lifetime.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** Longer than every part takes to close in turn; what stops a container waits as long. */
    private static final Duration STOP_MAX = Duration.ofSeconds(29);

    private final CountDownLatch toldToEnd = new CountDownLatch(1);

    /** Empty if it could not begin: then whoever hears why chooses the exit code. */
    private final CompletableFuture<Optional<ExitCode>> ended = new CompletableFuture<>();

    private Lifetime() {}

    /** What lives. */
    public interface Living extends AutoCloseable {

        /** Why a part stopped by itself, if one did. */
        Optional<Throwable> failure();

        @Override
        void close();
    }

    /**
     * Lives.
     *
     * @param birth starts everything; closed again whatever happens
     * @return {@link ExitCode#DONE} if told to end, {@link ExitCode#FAILED} if a part stopped
     */
    public static ExitCode of(Supplier<? extends Living> birth) throws InterruptedException {
        var lifetime = new Lifetime();
        Runtime.getRuntime().addShutdownHook(new Thread(lifetime::end, "end"));
        Optional<ExitCode> code = Optional.empty();
        try {
            ExitCode atTheEnd = lifetime.live(birth);
            code = Optional.of(atTheEnd);
            return atTheEnd;
        } finally {
            lifetime.ended.complete(code);
        }
    }

    private ExitCode live(Supplier<? extends Living> birth) throws InterruptedException {
        try (Living living = birth.get()) {
            Optional<Throwable> failure = living.failure();
            while (failure.isEmpty()) {
                if (toldToEnd.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    return ExitCode.DONE;
                }
                failure = living.failure();
            }
            LOG.atError().setCause(failure.get()).log("stopping: a part stopped by itself");
            return ExitCode.FAILED;
        }
    }

    /** A hook cannot change the exit code of a signal, except by being the one who ends it all. */
    private void end() {
        toldToEnd.countDown();
        Optional<ExitCode> code = Optional.of(ExitCode.FAILED);
        try {
            code = ended.get(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            LOG.atError().addKeyValue("seconds", STOP_MAX.toSeconds()).log("did not stop in time");
        }
        code.ifPresent(it -> Runtime.getRuntime().halt(it.value()));
    }
}
