package io.broadsheet.desk.watch;

import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.runtime.kafka.KafkaAccess;

import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** What is asked of the cluster when somebody opens a page; a few at once, others are sent away. */
public final class Questions {

    private static final int AT_ONCE_MAX = 4;

    private final KafkaAccess kafka;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(AT_ONCE_MAX);

    /**
     * @param kafka the cluster
     * @param clock the time
     */
    public Questions(KafkaAccess kafka, InstantSource clock) {
        this.kafka = kafka;
        this.clock = clock;
    }

    /**
     * Asks.
     *
     * @throws ToolFailure if the cluster does not answer, or too many ask
     */
    public <T> T ask(Function<Cluster, T> question) {
        if (!places.tryAcquire()) {
            throw new ToolFailure("others are asking the cluster just now; try again in a moment");
        }
        try (Cluster cluster = Cluster.open(kafka, clock)) {
            return question.apply(cluster);
        } finally {
            places.release();
        }
    }
}
