package io.broadsheet.enrich.topology;

import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

import java.time.Duration;
import java.time.Instant;

/**
 * When one task asks for its thread's transaction to end. Soon, while records are taken up as they
 * come: subscribers wait for that. Not at all, while there is a backlog: who has waited for seconds
 * gains nothing by tenths of one, and each end of a transaction costs the broker a marker on every
 * partition that it wrote to. And once the thread has nothing more to do: the last of a backlog
 * need not wait for more to come. All tasks of a thread end together, and all look at the same
 * moments, so that one does not ask for what another has just had. Used by one thread.
 */
public final class CommitPace {

    /** The pace of Streams itself, beside which there are only the earlier ends asked for here. */
    public static final Duration SELDOM = Duration.ofSeconds(1);

    /** A record that is older when it is taken up has a backlog before it. */
    private static final Duration LATE = Duration.ofSeconds(3);

    /** As soon as Streams can look. */
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private static final ThreadLocal<Work> THREAD = ThreadLocal.withInitial(Work::new);

    private final ProcessorContext<?, ?> context;
    private final Work work;
    private long workSeen;
    private boolean taken;
    private boolean late;
    private boolean open;

    private CommitPace(ProcessorContext<?, ?> context, Work work) {
        this.context = context;
        this.work = work;
    }

    /** What all tasks of a thread have taken up: while this grows, the thread is not idle. */
    private static final class Work {
        private long count;
    }

    /**
     * Looks after the transactions of a task from now on.
     *
     * @param soon how long they take at most while there is no backlog; zero is as soon as possible
     */
    static CommitPace of(ProcessorContext<?, ?> context, Duration soon) {
        var pace = new CommitPace(context, THREAD.get());
        context.schedule(
                Instant.EPOCH,
                soon.isPositive() ? soon : AT_ONCE,
                PunctuationType.WALL_CLOCK_TIME,
                _ -> pace.look());
        return pace;
    }

    /**
     * A record is taken up, or something is sent without one.
     *
     * @param timestamp when it was written, in milliseconds since 1970; 0 if that says nothing
     */
    void take(long timestamp) {
        taken = true;
        late |= timestamp > 0 && context.currentSystemTimeMs() - timestamp > LATE.toMillis();
        work.count++;
    }

    private void look() {
        boolean idle = work.count == workSeen;
        if ((taken && !late) || (open && idle)) {
            context.commit();
            open = false;
        } else {
            open |= taken;
        }
        workSeen = work.count;
        taken = false;
        late = false;
    }
}
