package io.broadsheet.operate.cluster;

import io.broadsheet.operate.report.ToolFailure;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Awaits Kafka's answers, for a bounded time. */
public final class Answers {

    /** Well within the half minute after which a person thinks that a tool hangs. */
    public static final Duration ANSWER_MAX = Duration.ofSeconds(20);

    private Answers() {}

    /**
     * Waits for an answer.
     *
     * @throws KafkaException as the broker answered
     * @throws ToolFailure if there was no answer in time
     */
    public static <T> T of(KafkaFuture<T> future, String question) {
        try {
            return future.get(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known
                    ? known
                    : new KafkaException(question + ": " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new ToolFailure(
                    question + ": no answer within " + ANSWER_MAX.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
