package io.broadsheet.sink;

import io.broadsheet.runtime.meter.LagWatch;
import io.broadsheet.schemas.Topics;
import io.broadsheet.sink.Backlog.Cut;
import io.broadsheet.sink.BatchWriter.Written;
import io.broadsheet.sink.store.Batch.Span;
import io.broadsheet.sink.store.Unavailable;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sink's page: poll, gather, store, and only then go on. While the store or the registry cannot
 * be used, the partitions are paused and polled all the same, so that they stay ours; nothing is
 * given up, as long as it takes.
 */
final class SinkLoop {

    /** Enriched articles, and the dead letters of the other stages. */
    static final List<String> TOPICS =
            List.of(
                    Topics.ENRICHED.name(),
                    Topics.INGEST_DEAD_LETTERS.name(),
                    Topics.ENRICH_DEAD_LETTERS.name(),
                    Topics.CHECK_IMAGES_DEAD_LETTERS.name(),
                    Topics.SYNDICATE_DEAD_LETTERS.name());

    private static final Logger LOG = LoggerFactory.getLogger(SinkLoop.class);
    private static final Duration POLL_TIME_MAX = Duration.ofMillis(100);
    private static final Duration ASK_IDLE_EVERY = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final Claims claims;
    private final BatchWriter writer;
    private final LetterRelay relay;
    private final SinkProgress progress;
    private final LagWatch lag;
    private final InstantSource clock;
    private final Backlog backlog;
    private final Outage storing;
    private final Outage relaying;
    private Instant askStoreAt = Instant.MIN;

    /** What a loop works with. */
    record Parts(
            Consumer<byte[], byte[]> consumer,
            Claims claims,
            BatchWriter writer,
            LetterRelay relay,
            SinkProgress progress,
            LagWatch lag) {}

    SinkLoop(Parts parts, SinkConfig config, InstantSource clock) {
        this.consumer = parts.consumer();
        this.claims = parts.claims();
        this.writer = parts.writer();
        this.relay = parts.relay();
        this.progress = parts.progress();
        this.lag = parts.lag();
        this.clock = clock;
        this.backlog = new Backlog(config);
        this.storing = new Outage("storing", config.retryWaitMin(), config.retryWaitMax());
        this.relaying = new Outage("relaying", config.retryWaitMin(), config.retryWaitMax());
    }

    /** Joins the group. */
    void begin() {
        consumer.subscribe(TOPICS, new Rebalances());
    }

    /** Polls once and stores what is due. */
    void turn() {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(pollTime());
        polled.forEach(record -> lag.begin(partitionOf(record), record.timestamp()));
        backlog.add(polled, clock.instant());
        if (storing.mayTry(clock.instant())) {
            Optional<Unavailable> obstacle =
                    claims.claimNew().or(this::storeDue).or(this::askIdleStore);
            storing.tried(obstacle, clock.instant());
            progress.reached(claims.positions());
            progress.hindered(obstacle.map(Unavailable::reason));
        }
        relay();
        if (storing.isOn() || backlog.isFull()) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(claims.partitions());
        }
    }

    /** Stores what is in hand, if the store is there. */
    void finish() {
        while (!backlog.isEmpty() && !storing.isOn()) {
            storing.tried(store(), clock.instant());
        }
        progress.reached(claims.positions());
    }

    private Duration pollTime() {
        Duration due = backlog.dueIn(clock.instant());
        boolean soon = !storing.isOn() && due.compareTo(POLL_TIME_MAX) < 0;
        return soon ? due.isNegative() ? Duration.ZERO : due : POLL_TIME_MAX;
    }

    /** A store that is away is noticed while there is nothing to store, too. */
    private Optional<Unavailable> askIdleStore() {
        Instant now = clock.instant();
        if (!backlog.isEmpty() || now.isBefore(askStoreAt)) {
            return Optional.empty();
        }
        askStoreAt = now.plus(ASK_IDLE_EVERY);
        return relay.askStore();
    }

    private static TopicPartition partitionOf(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private Optional<Unavailable> storeDue() {
        Optional<Unavailable> obstacle = Optional.empty();
        while (obstacle.isEmpty() && backlog.isDue(clock.instant())) {
            obstacle = store();
        }
        return obstacle;
    }

    private Optional<Unavailable> store() {
        Cut cut = backlog.first();
        List<Span> spans = claims.spansTo(cut.next());
        return switch (writer.write(cut.records(), spans)) {
            case Written.Waiting(var obstacle) -> Optional.of(obstacle);
            case Written.Done(var counts, var buried) -> {
                claims.stored(spans);
                backlog.stored(cut, clock.instant());
                progress.stored(counts);
                cut.records().forEach(it -> lag.done(partitionOf(it), it.timestamp()));
                backlog.oldest().forEach(lag::inHand);
                showLag(cut.next());
                if (buried) {
                    relay.lettersStored();
                }
                yield Optional.empty();
            }
        };
    }

    private void relay() {
        Instant now = clock.instant();
        if (!storing.isOn() && relaying.mayTry(now)) {
            relaying.tried(relay.turn(), clock.instant());
        }
    }

    /** For tools that show lag, and for nobody else: a commit that fails means nothing. */
    private void showLag(Map<TopicPartition, Long> next) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        next.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
        consumer.commitAsync(
                offsets,
                (_, error) -> {
                    if (error != null) {
                        LOG.atDebug()
                                .addKeyValue("error", error.getMessage())
                                .log("lag is not shown");
                    }
                });
    }

    /** What the group gives and takes. Called within poll, so on the loop's own thread. */
    private final class Rebalances implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            claims.assigned(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            claims.revoked(partitions);
            lag.forget(partitions);
            backlog.drop(partitions);
        }
    }
}
