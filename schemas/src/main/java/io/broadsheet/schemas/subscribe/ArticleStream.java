package io.broadsheet.schemas.subscribe;

import io.broadsheet.schemas.registry.RegistryUnavailableException;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The enriched articles, each delivered at least once to a group of programs.
 *
 * <pre>{@code
 * try (var articles = ArticleStream.builder("localhost:9092", "http://localhost:8081", "me").open()) {
 *     Runtime.getRuntime().addShutdownHook(new Thread(articles::close));
 *     articles.forEach(delivery -> {
 *         if (delivery instanceof Delivery.Article it) {
 *             System.out.println(it.article().getHeadline());
 *         }
 *     });
 * }
 * }</pre>
 *
 * <p>An offset is committed only after the handler has returned for its record and for all before
 * it, so a crash repeats some records and loses none. A record that cannot be decoded is delivered
 * as {@link Delivery.Undecodable}. While the registry is away the stream waits, as long as it
 * takes; while Kafka is away its client does.
 *
 * <p>Programs of one group share the partitions. One thread reads a stream; {@link #close()} may be
 * called by any. Whatever is thrown out of a stream also closes it: open another one to go on.
 */
public final class ArticleStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleStream.class);

    private static final Duration FETCH_TIME_MAX = Duration.ofSeconds(1);

    /** Handlers may be slow: the group is told at least so often that we live, between records. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(5);

    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(1);

    private final GroupReader reader;
    private final DeliveryDecoder decoder;
    private final FailurePolicy policy;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile boolean closing;
    private boolean closed;
    private long lastSignOfLife = System.nanoTime();

    ArticleStream(GroupReader reader, DeliveryDecoder decoder, FailurePolicy policy) {
        this.reader = reader;
        this.decoder = decoder;
        this.policy = policy;
    }

    /**
     * A stream in the making.
     *
     * @param bootstrapServers where Kafka is, {@code host:port}, several with commas
     * @param registryUrl where the schema registry is, several with commas
     * @param groupId the program's own name among the readers: offsets are kept under it
     * @return what opens it
     */
    public static ArticleStreamBuilder builder(
            String bootstrapServers, String registryUrl, String groupId) {
        return new ArticleStreamBuilder()
                .with(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers)
                .with("schema.registry.url", registryUrl)
                .with(ConsumerConfig.GROUP_ID_CONFIG, groupId);
    }

    /**
     * A stream in the making, with settings of Kafka's consumer and of the registry (Confluent's
     * names) together: {@code bootstrap.servers}, {@code group.id}, {@code schema.registry.url} and
     * what else is needed, security above all.
     *
     * @param settings by name, {@link java.util.Properties} for one
     * @return what opens it
     */
    public static ArticleStreamBuilder builder(Map<?, ?> settings) {
        var builder = new ArticleStreamBuilder();
        settings.forEach((key, value) -> builder.with(String.valueOf(key), value));
        return builder;
    }

    /**
     * Hands each delivery to the handler, in the order of each partition, until the stream is
     * closed. Then it returns; the delivery at hand is finished and committed first.
     *
     * @param handler what is done with each
     * @throws HandlerFailedException if the handler failed and the policy said stop
     * @throws io.broadsheet.schemas.registry.RegistryRefusedException if the registry will not
     *     answer us: wrong credentials or a wrong address
     * @throws org.apache.kafka.common.KafkaException if Kafka will not: no right to read the topic
     *     or the group. A topic that is not there is waited for, with warnings in the log
     */
    public void forEach(DeliveryHandler handler) {
        whileReading(() -> {
            while (!closing) {
                handleAll(fetch(FETCH_TIME_MAX), handler);
                reader.commit();
            }
            return true;
        });
    }

    /**
     * The next deliveries, for programs that have a loop of their own or work in batches. Nothing
     * is committed before {@link #commit()}, so call that once all of them are done.
     *
     * @param timeMax how long to wait if there are none
     * @return the deliveries; none if none came in time, or if the stream is closed
     */
    public List<Delivery> poll(Duration timeMax) {
        return whileReading(
                        () -> {
                            List<Delivery> deliveries = new ArrayList<>();
                            ConsumerRecords<byte[], byte[]> records = fetch(timeMax);
                            for (ConsumerRecord<byte[], byte[]> record : records) {
                                decode(record).ifPresent(deliveries::add);
                            }
                            reader.handOut(records);
                            return deliveries;
                        })
                .orElseGet(List::of);
    }

    /** Says that everything that {@link #poll} has returned so far is done. */
    public void commit() {
        whileReading(() -> {
            reader.handedOutIsDone();
            reader.commit();
            return true;
        });
    }

    /**
     * Lets the stream end after the delivery at hand, and does not wait for it. For handlers that
     * have seen enough; any thread may call it.
     */
    public void stop() {
        closing = true;
        reader.wakeup();
    }

    /**
     * Ends the stream, commits what is done and leaves the group. Called by another thread than the
     * reading one, or by a shutdown hook, it waits until the delivery at hand is finished. Called
     * by the handler, the stream ends after this delivery. Closing twice is closing once.
     */
    @Override
    public void close() {
        stop();
        if (reading.isHeldByCurrentThread()) {
            return;
        }
        reading.lock();
        try {
            closeReader();
        } finally {
            reading.unlock();
        }
    }

    private void handleAll(ConsumerRecords<byte[], byte[]> records, DeliveryHandler handler) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (closing) {
                return;
            }
            decode(record).ifPresent(delivery -> handle(record, delivery, handler));
            showLife();
        }
        if (!closing) {
            reader.doneAll(records);
        }
    }

    private void handle(
            ConsumerRecord<byte[], byte[]> record, Delivery delivery, DeliveryHandler handler) {
        for (int attempt = 1; reader.owns(record) && !closing; attempt++) {
            try {
                handler.handle(delivery);
                reader.done(record);
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new HandlerFailedException(new HandlerFailure(delivery, e, attempt));
            } catch (Exception e) {
                if (isSkipped(new HandlerFailure(delivery, e, attempt))) {
                    reader.done(record);
                    return;
                }
            }
        }
    }

    /** Whether to go on without it; otherwise it has been waited for the next try. */
    private boolean isSkipped(HandlerFailure failure) {
        FailureDecision decision = policy.decide(failure);
        if (decision instanceof FailureDecision.Stop) {
            throw new HandlerFailedException(failure);
        }
        boolean skipped = decision instanceof FailureDecision.Skip;
        LOG.atWarn()
                .addKeyValue("place", failure.delivery().origin().place())
                .addKeyValue("articleId", failure.delivery().articleId())
                .addKeyValue("attempt", failure.attempts())
                .addKeyValue("error", failure.cause().toString())
                .log(skipped ? "handler failed; skipped" : "handler failed; tried again");
        if (decision instanceof FailureDecision.Retry again) {
            rest(again.pause());
        }
        return skipped;
    }

    /**
     * Empty if the stream ends, or the record went to another member of the group, while the
     * registry was away.
     */
    private Optional<Delivery> decode(ConsumerRecord<byte[], byte[]> record) {
        while (reader.owns(record) && !closing) {
            try {
                return Optional.of(decoder.decode(record));
            } catch (RegistryUnavailableException e) {
                LOG.atWarn()
                        .addKeyValue("error", e.getMessage())
                        .log("the schema registry is away; waiting for it");
                rest(OUTAGE_PAUSE);
            }
        }
        return Optional.empty();
    }

    private ConsumerRecords<byte[], byte[]> fetch(Duration timeMax) {
        ConsumerRecords<byte[], byte[]> records = reader.fetch(timeMax);
        lastSignOfLife = System.nanoTime();
        return records;
    }

    private void rest(Duration pause) {
        reader.commit();
        reader.rest(pause);
        lastSignOfLife = System.nanoTime();
    }

    private void showLife() {
        if (System.nanoTime() - lastSignOfLife > SILENCE_MAX.toNanos()) {
            rest(Duration.ZERO);
        }
    }

    /** Empty if the stream was closed before, or meanwhile. */
    private <T> Optional<T> whileReading(Supplier<T> work) {
        if (reading.isHeldByCurrentThread()) {
            throw new IllegalStateException("a handler may close its stream, not read it");
        }
        if (!reading.tryLock()) {
            if (closing) {
                return Optional.empty();
            }
            throw new IllegalStateException("another thread reads this stream");
        }
        try {
            return closing ? Optional.empty() : untilClosed(work);
        } finally {
            reading.unlock();
        }
    }

    /** Leaves the stream closed if it throws, or was told to close. */
    private <T> Optional<T> untilClosed(Supplier<T> work) {
        Optional<T> result;
        try {
            result = Optional.of(work.get());
        } catch (WakeupException e) {
            result = Optional.empty();
        } catch (RuntimeException | Error e) {
            closing = true;
            closeAfter(e);
            throw e;
        }
        if (closing) {
            closeReader();
        }
        return result;
    }

    private void closeAfter(Throwable thrown) {
        try {
            closeReader();
        } catch (RuntimeException e) {
            thrown.addSuppressed(e);
        }
    }

    private void closeReader() {
        if (!closed) {
            closed = true;
            reader.close();
        }
    }
}
