package io.broadsheet.enrich.topology;

import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

import java.time.Duration;

/**
 * When the transactions of one task end. Soon, while records are taken up as they come: subscribers
 * wait for that. Seldom, while there is a backlog: who has waited for seconds gains nothing by
 * tenths of one, and each end of a transaction costs the broker a marker on every partition that it
 * wrote to. Used by one thread.
 */
public final class CommitPace {

    /** The pace of Streams itself, beside which there are only the earlier ends asked for here. */
    public static final Duration SELDOM = Duration.ofSeconds(1);

    /** A record that is older when it is taken up has a backlog before it. */
    private static final Duration LATE = Duration.ofSeconds(1);

    private final ProcessorContext<?, ?> context;
    private boolean taken;
    private boolean late;

    private CommitPace(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /**
     * Looks after the transactions of a task from now on.
     *
     * @param soon how long they take at most while there is no backlog
     */
    static CommitPace of(ProcessorContext<?, ?> context, Duration soon) {
        var pace = new CommitPace(context);
        context.schedule(soon, PunctuationType.WALL_CLOCK_TIME, _ -> pace.look());
        return pace;
    }

    /**
     * A record is taken up.
     *
     * @param timestamp when it was written, in milliseconds since 1970; 0 if that says nothing
     */
    void take(long timestamp) {
        taken = true;
        late |= timestamp > 0 && context.currentSystemTimeMs() - timestamp > LATE.toMillis();
    }

    private void look() {
        if (taken && !late) {
            context.commit();
        }
        taken = false;
        late = false;
    }
}
