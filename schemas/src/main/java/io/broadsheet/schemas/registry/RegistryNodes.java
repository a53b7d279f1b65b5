package io.broadsheet.schemas.registry;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The nodes of one registry. A call goes to the node that answered last; where it cannot be reached
 * or answers 5xx, to the next, a few rounds with growing waits, all within a bounded time. Any
 * other answer is final. Redirects are not followed: they would carry credentials elsewhere.
 */
final class RegistryNodes {

    private static final int ROUNDS_MAX = 3;
    private static final long FIRST_WAIT_MILLIS = 200;
    private static final int ANSWER_BYTES_MAX = 8 * 1024 * 1024;

    private final RegistrySettings settings;
    private final HttpClient client;
    private final AtomicInteger preferred = new AtomicInteger();

    RegistryNodes(RegistrySettings settings) {
        this.settings = settings;
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(settings.connectTimeMax());
        settings.tls().ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /**
     * The answer of the first node that gives one below 500.
     *
     * @throws RegistryUnavailableException if none does in time
     */
    RegistryAnswer call(RegistryCall call) {
        var attempts = new Attempts(call);
        for (int round = 0; round < ROUNDS_MAX; round++) {
            attempts.waitBefore(round);
            for (int i = 0; i < settings.urls().size() && attempts.anyTimeLeft(); i++) {
                RegistryAnswer answer = attempts.next();
                if (answer != null) {
                    return answer;
                }
            }
        }
        throw attempts.unavailable();
    }

    /** One call on its way from node to node. */
    private final class Attempts {

        private final RegistryCall call;
        private final long deadlineNanos = System.nanoTime() + settings.totalTimeMax().toNanos();
        private final Set<String> failures = new LinkedHashSet<>();
        private @Nullable Throwable lastCause;

        Attempts(RegistryCall call) {
            this.call = call;
        }

        boolean anyTimeLeft() {
            return nanosLeft() > 0;
        }

        private long nanosLeft() {
            return deadlineNanos - System.nanoTime();
        }

        void waitBefore(int round) {
            if (round == 0) {
                return;
            }
            long wait = FIRST_WAIT_MILLIS << (round - 1);
            long left = TimeUnit.NANOSECONDS.toMillis(Math.max(0, nanosLeft()));
            try {
                Thread.sleep(Math.min(wait, left));
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }

        /** The answer of the node whose turn it is; null if it is down, and the turn passes on. */
        @Nullable RegistryAnswer next() {
            int turn = preferred.get();
            URI node = settings.urls().get(turn % settings.urls().size());
            RegistryAnswer answer = ask(node);
            if (answer != null && !answer.isOutage()) {
                return answer;
            }
            if (answer != null) {
                failures.add(node + " (" + answer.said() + ")");
            }
            preferred.compareAndSet(turn, (turn + 1) % settings.urls().size());
            return null;
        }

        private @Nullable RegistryAnswer ask(URI node) {
            Duration timeMax = min(settings.answerTimeMax(), Duration.ofNanos(nanosLeft()));
            CompletableFuture<HttpResponse<byte[]>> asked =
                    client.sendAsync(
                            call.to(node, settings.credentials(), timeMax),
                            head -> new BoundedBody(ANSWER_BYTES_MAX));
            try {
                // The request's own timeout ends with the headers; this one holds for the body too.
                HttpResponse<byte[]> answer = asked.get(timeMax.toNanos(), TimeUnit.NANOSECONDS);
                return RegistryAnswer.of(answer.statusCode(), answer.body());
            } catch (ExecutionException e) {
                return failed(node, e.getCause() == null ? e : e.getCause());
            } catch (TimeoutException e) {
                asked.cancel(true);
                return failed(node, e);
            } catch (InterruptedException e) {
                asked.cancel(true);
                throw interrupted(e);
            }
        }

        private @Nullable RegistryAnswer failed(URI node, Throwable cause) {
            String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
            failures.add(node + " (" + cause.getClass().getSimpleName() + message + ")");
            lastCause = cause;
            return null;
        }

        private RegistryUnavailableException interrupted(InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RegistryUnavailableException(call + ": interrupted", e);
        }

        RegistryUnavailableException unavailable() {
            return new RegistryUnavailableException(
                    "schema registry, " + call + ": " + String.join("; ", failures), lastCause);
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
