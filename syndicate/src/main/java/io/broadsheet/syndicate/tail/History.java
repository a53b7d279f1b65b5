package io.broadsheet.syndicate.tail;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What is not in the window any more, read by a consumer of one's own. It fetches no further ahead
 * than a record needs. For one thread.
 */
public final class History implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int FETCH_BYTES_MAX = 1024 * 1024;

    private final ArticleLog log;
    private final Consumer<byte[], byte[]> consumer;

    private History(ArticleLog log, Consumer<byte[], byte[]> consumer) {
        this.log = log;
        this.consumer = consumer;
    }

    /** From these positions on. */
    public static History from(ArticleLog log, Positions positions) {
        return opened(log, _ -> positions);
    }

    /** From the first record of that time or later. */
    public static History since(ArticleLog log, Instant time) {
        return opened(log, consumer -> ArticleLog.since(consumer, time));
    }

    /** Whoever fails on the way leaves no consumer behind. */
    private static History opened(
            ArticleLog log, Function<Consumer<byte[], byte[]>, Positions> start) {
        Consumer<byte[], byte[]> consumer = log.open(FETCH_BYTES_MAX);
        try {
            ArticleLog.seek(consumer, start.apply(consumer));
            return new History(log, consumer);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** Where it stands: all before that was read. */
    public Positions positions() {
        return ArticleLog.positions(consumer);
    }

    /** The next records; none if there are none for a moment. */
    public List<Entry> read() {
        var entries = new ArrayList<Entry>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            log.read(record).ifPresent(entries::add);
        }
        return entries;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
