package io.broadsheet.syndicate.tail;

import io.broadsheet.runtime.service.OutageLoop;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a topic on and on, once for all subscribers, into a {@link Window}. After an outage it goes
 * on where it was.
 */
public final class TopicTail implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(1);
    private static final int LOOKS_AT_PARTITIONS_EVERY = 300;
    private static final int FETCH_BYTES_MAX = 8 * 1024 * 1024;

    private final ArticleLog log;
    private final Window window;
    private final Beginning beginning;
    private final Listener listener;
    private final OutageLoop loop;
    private Optional<Positions> read = Optional.empty();
    private volatile boolean caughtUp;

    /** Where a topic is read from at first. */
    public enum Beginning {
        /** All that is there. */
        FIRST_RECORD,
        /** Only what comes. */
        NEXT_RECORD
    }

    /** Hears of each record, on the thread that reads. */
    public interface Listener {

        /** One record more. */
        void read(Entry entry);
    }

    /**
     * Nothing happens before {@link #start}.
     *
     * @param window that is filled
     * @param listener hears of each record before readers of the window do
     */
    public TopicTail(ArticleLog log, Window window, Beginning beginning, Listener listener) {
        this.log = log;
        this.window = window;
        this.beginning = beginning;
        this.listener = listener;
        this.loop = new OutageLoop("syndicate-" + log.letter(), OUTAGE_PAUSE, this::follow);
    }

    /** Begins. */
    public void start() {
        loop.start();
    }

    /** The topic. */
    public ArticleLog log() {
        return log;
    }

    /** Its latest records. */
    public Window window() {
        return window;
    }

    /** Why it does not serve; empty once it has read what was there when it began. */
    public Optional<String> notReady() {
        return loop.notReady().map(why -> log.name() + ": " + why);
    }

    /** Why it has ended by itself, if it has. */
    public Optional<Throwable> failure() {
        return loop.failure();
    }

    /** Whether it has read what was there when it began. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    private void follow(OutageLoop work) {
        try (Consumer<byte[], byte[]> consumer = log.open(FETCH_BYTES_MAX)) {
            goTo(consumer);
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            for (int turn = 1; !work.isClosed(); turn++) {
                turn(consumer);
                tell(work, consumer, ends);
                if (turn % LOOKS_AT_PARTITIONS_EVERY == 0) {
                    takeNewPartitions(consumer);
                }
            }
        }
    }

    private void goTo(Consumer<byte[], byte[]> consumer) {
        if (read.isPresent()) {
            ArticleLog.seek(consumer, read.get());
            return;
        }
        switch (beginning) {
            case FIRST_RECORD -> consumer.seekToBeginning(consumer.assignment());
            case NEXT_RECORD -> consumer.seekToEnd(consumer.assignment());
        }
        Positions start = ArticleLog.positions(consumer);
        window.begin(start);
        read = Optional.of(start);
    }

    private void turn(Consumer<byte[], byte[]> consumer) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            log.read(record)
                    .ifPresent(entry -> {
                        listener.read(entry);
                        window.append(entry);
                    });
            read = read.map(it -> it.with(record.partition(), record.offset() + 1));
        }
    }

    private void tell(
            OutageLoop work, Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        if (!caughtUp) {
            caughtUp =
                    ends.entrySet().stream()
                            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        }
        if (caughtUp) {
            work.clear();
        } else {
            work.obstruct("reading what is there");
        }
    }

    /** A topic may get more partitions; what is in them is read from its beginning. */
    private void takeNewPartitions(Consumer<byte[], byte[]> consumer) {
        if (log.partitions(consumer).size() > consumer.assignment().size()) {
            Positions before = ArticleLog.positions(consumer);
            consumer.assign(log.partitions(consumer));
            ArticleLog.seek(consumer, before);
        }
    }

    @Override
    public void close() {
        window.close();
        loop.close();
    }
}
