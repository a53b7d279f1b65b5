package io.broadsheet.ingest.callback;

import io.broadsheet.ingest.publish.AccessClients;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.service.OutageLoop;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.serde.AvroCorruptException;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.FeedState;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the states of feeds into the book, whoever writes them, and goes on doing so. A hub may ask
 * for a subscription before we have read of it, so one can wait until all that was written by now
 * has been read.
 */
final class StateReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StateReader.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(2);

    private final AccessClients clients;
    private final SchemaRegistry registry;
    private final SubscriptionBook book;
    private final Rounds rounds = new Rounds();
    private final OutageLoop loop = new OutageLoop("ingest-hubs", OUTAGE_PAUSE, this::work);

    StateReader(KafkaAccess kafka, SubscriptionBook book) {
        this.clients = new AccessClients(kafka);
        this.registry = kafka.registry();
        this.book = book;
    }

    void start() {
        loop.start();
    }

    /** Why it stopped by itself, if it did. */
    Optional<Throwable> failure() {
        return loop.failure();
    }

    /** Why the book may lack something, in words for an operator. */
    Optional<String> notReady() {
        return loop.notReady();
    }

    /**
     * Waits until everything has been read that was written before.
     *
     * @return false if that took too long
     */
    boolean awaitLatest(Duration longest) throws InterruptedException {
        return rounds.await(longest);
    }

    /** After an outage all is read anew. */
    private void work(OutageLoop own) {
        try (Consumer<byte[], byte[]> committed = clients.consumer(IsolationLevel.READ_COMMITTED);
                Consumer<byte[], byte[]> uncommitted =
                        clients.consumer(IsolationLevel.READ_UNCOMMITTED)) {
            List<TopicPartition> partitions =
                    committed.partitionsFor(Topics.FEED_STATE.name()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            committed.assign(partitions);
            committed.seekToBeginning(partitions);
            Deserializer<FeedState> reader =
                    AvroSerde.of(Topics.FEED_STATE, registry).deserializer();
            while (!loop.isClosed()) {
                long round = rounds.wanted();
                Map<TopicPartition, Long> ends = uncommitted.endOffsets(partitions);
                readTo(committed, ends, reader);
                rounds.done(round);
                own.clear();
                while (!loop.isClosed() && rounds.wanted() == round) {
                    committed.poll(POLL).forEach(record -> apply(record, reader));
                }
            }
        }
    }

    private void readTo(
            Consumer<byte[], byte[]> committed,
            Map<TopicPartition, Long> ends,
            Deserializer<FeedState> reader) {
        while (!loop.isClosed() && !isAt(committed, ends)) {
            committed.poll(POLL).forEach(record -> apply(record, reader));
        }
    }

    private static boolean isAt(
            Consumer<byte[], byte[]> committed, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> committed.position(end.getKey()) >= end.getValue());
    }

    private void apply(ConsumerRecord<byte[], byte[]> record, Deserializer<FeedState> reader) {
        if (record.value() == null) {
            book.remove(new String(record.key(), StandardCharsets.UTF_8));
            return;
        }
        try {
            book.put(reader.deserialize(record.topic(), record.value()));
        } catch (AvroCorruptException e) {
            LOG.atWarn()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("error", e.getMessage())
                    .log("the state of a feed cannot be read and is passed over");
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
