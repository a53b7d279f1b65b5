package io.broadsheet.syndicate.webhook;

import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.service.OutageLoop;
import io.broadsheet.syndicate.form.ArticleForms;
import io.broadsheet.v1.Webhook;
import io.broadsheet.v1.WebhookState;
import io.broadsheet.web.fetch.Abort;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Tells one webhook, one message after the other, on a thread and with a consumer of its own: who
 * does not answer holds up nobody else. All instances share its partitions out among them, as any
 * consumer group. An offset is committed once its message was taken, or is a dead letter. Who is
 * paused or gone is told nothing, but keeps its group: Kafka forgets the offsets of a group that
 * has no members.
 */
final class WebhookWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookWorker.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(1);

    /** Far below the longest time that a member of a group may be silent. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(10);

    private static final int RECORDS_MAX = 50;
    private static final int FETCH_BYTES_MAX = 1024 * 1024;
    private static final int REFUSALS_MAX = 3;

    private final Webhook webhook;
    private final KafkaAccess kafka;
    private final Postman postman;
    private final Inbox inbox;
    private final OutageLoop loop;
    private final Abort abort = new Abort();
    private Backlog backlog = new Backlog();
    private int failures;
    private int refusals;
    private Instant nextAt = Instant.MIN;
    private Instant polledAt = Instant.MIN;
    private boolean resting;
    private volatile long lagRecords;
    private volatile Optional<Instant> oldest = Optional.empty();

    /** Nothing happens before {@link #start}. */
    WebhookWorker(Webhook webhook, KafkaAccess kafka, Postman postman) {
        this.webhook = webhook;
        this.kafka = kafka;
        this.postman = postman;
        this.resting = !isTold();
        this.inbox = new Inbox(webhook, ArticleForms.all().plain(), kafka);
        this.loop = new OutageLoop("webhook-" + webhook.getWebhookId(), OUTAGE_PAUSE, this::work);
    }

    void start() {
        loop.start();
    }

    Webhook webhook() {
        return webhook;
    }

    /** Whether it tells, or only keeps the place. */
    boolean isTold() {
        return webhook.getState() == WebhookState.ACTIVE;
    }

    /** Records of its partitions here that are not read or not told. */
    long lagRecords() {
        return lagRecords;
    }

    /** Since when the message is due that is told now; empty if none is. */
    Optional<Instant> oldest() {
        return oldest;
    }

    /** Why it has ended by itself, if it has. */
    Optional<Throwable> failure() {
        return loop.failure();
    }

    private void work(OutageLoop work) throws IOException, InterruptedException {
        backlog = new Backlog();
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            consumer.subscribe(Inbox.topics(), new Handover(consumer));
            while (!work.isClosed()) {
                turn(consumer);
                measure(consumer);
                work.clear();
            }
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        String group = WebhookService.group(webhook.getWebhookId());
        Map<String, Object> properties = kafka.consumerProperties(group, group);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_MAX);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES_MAX);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES_MAX);
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void turn(Consumer<byte[], byte[]> consumer) throws IOException, InterruptedException {
        if (polledAt.plus(SILENCE_MAX).isBefore(postman.clock().instant())) {
            // Many slow answers in a row must not look as if nobody worked here.
            read(consumer, Duration.ZERO);
        }
        Optional<Delivery> next = resting ? Optional.empty() : backlog.first();
        Duration wait = next.isEmpty() ? POLL : until(nextAt);
        if (next.isEmpty() || wait.isPositive()) {
            read(consumer, wait.compareTo(POLL) < 0 ? wait : POLL);
        } else {
            tell(consumer, next.get());
        }
    }

    private Duration until(Instant time) {
        return time.equals(Instant.MIN)
                ? Duration.ZERO
                : Duration.between(postman.clock().instant(), time);
    }

    /** Stays in its group; takes more only if there is nothing to tell. */
    private void read(Consumer<byte[], byte[]> consumer, Duration wait) {
        boolean full = resting || backlog.first().isPresent();
        if (full) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
        }
        ConsumerRecords<byte[], byte[]> records = consumer.poll(wait);
        polledAt = postman.clock().instant();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            inbox.read(record).ifPresent(backlog::add);
            backlog.read(
                    new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        }
        if (!full && backlog.first().isEmpty()) {
            commit(consumer);
        }
    }

    private void commit(Consumer<byte[], byte[]> consumer) {
        Map<TopicPartition, OffsetAndMetadata> news = backlog.uncommitted();
        if (!news.isEmpty()) {
            consumer.commitSync(news);
            backlog.committed(news);
        }
    }

    private void tell(Consumer<byte[], byte[]> consumer, Delivery delivery)
            throws IOException, InterruptedException {
        Answer answer = postman.tell(webhook, delivery, abort);
        if (loop.isClosed() && !(answer instanceof Answer.Taken)) {
            return;
        }
        switch (answer) {
            case Answer.Taken _ -> done(consumer);
            case Answer.Gone(String words) -> {
                // Once it is written down: if that fails, the message is told again.
                postman.gone(webhook, words);
                resting = true;
            }
            case Answer.Refused(String words) -> refused(consumer, delivery, words);
            case Answer.Failed(String words, var retryAfter) -> {
                failures++;
                failed(consumer, delivery, words, retryAfter);
            }
        }
    }

    private void refused(Consumer<byte[], byte[]> consumer, Delivery delivery, String words)
            throws IOException, InterruptedException {
        failures++;
        refusals++;
        if (refusals >= REFUSALS_MAX) {
            giveUp(consumer, delivery, new Rejection(FailureCode.DELIVERY_REJECTED, words));
        } else {
            failed(consumer, delivery, words, Optional.empty());
        }
    }

    private void failed(
            Consumer<byte[], byte[]> consumer,
            Delivery delivery,
            String words,
            Optional<Duration> retryAfter)
            throws IOException, InterruptedException {
        if (postman.isTooOld(webhook, delivery)) {
            giveUp(consumer, delivery, new Rejection(FailureCode.DELIVERY_EXPIRED, words));
            return;
        }
        Duration wait = postman.backoff().after(failures, retryAfter);
        nextAt = postman.clock().instant().plus(wait);
        note(consumer, delivery, words);
        LOG.atWarn()
                .addKeyValue("webhook", webhook.getWebhookId())
                .addKeyValue("failures", failures)
                .addKeyValue("wait", wait)
                .addKeyValue("error", words)
                .log("a webhook did not take a delivery");
    }

    /** Operators see it in {@code webhooks list}; who goes on here knows since when it is so. */
    private void note(Consumer<byte[], byte[]> consumer, Delivery delivery, String words) {
        Instant since =
                backlog.trouble()
                        .or(() -> noted(consumer, delivery))
                        .map(Trouble::since)
                        .orElseGet(postman.clock()::instant);
        backlog.troubled(new Trouble(since, words));
        // Nothing depends on it: a group that is just shared out anew need not be left for it.
        consumer.commitAsync(backlog.uncommitted(), null);
    }

    private static Optional<Trouble> noted(Consumer<byte[], byte[]> consumer, Delivery delivery) {
        return Optional.ofNullable(
                        consumer.committed(Set.of(delivery.partition())).get(delivery.partition()))
                .filter(committed -> committed.offset() == delivery.offset())
                .flatMap(Trouble::of);
    }

    private void giveUp(Consumer<byte[], byte[]> consumer, Delivery delivery, Rejection rejection)
            throws IOException, InterruptedException {
        var told =
                new Rejection(
                        rejection.code(),
                        "webhook %s, %d attempts; the last: %s"
                                .formatted(webhook.getWebhookId(), failures, rejection.detail()));
        postman.bury(webhook, delivery, told);
        done(consumer);
    }

    private void done(Consumer<byte[], byte[]> consumer) {
        backlog.removeFirst();
        failures = 0;
        refusals = 0;
        nextAt = Instant.MIN;
        commit(consumer);
    }

    private void measure(Consumer<byte[], byte[]> consumer) {
        long unread = 0;
        for (TopicPartition partition : consumer.assignment()) {
            OptionalLong lag = consumer.currentLag(partition);
            unread += lag.orElse(0);
        }
        lagRecords = unread + backlog.size();
        oldest = backlog.first().map(Delivery::dueAt);
    }

    /** What others have from now on is not told here. */
    private final class Handover implements ConsumerRebalanceListener {

        private final Consumer<byte[], byte[]> consumer;

        Handover(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            boolean first =
                    backlog.first().filter(it -> partitions.contains(it.partition())).isPresent();
            backlog.forget(partitions);
            if (first) {
                failures = 0;
                refusals = 0;
                nextAt = Instant.MIN;
            }
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // They begin where the group has committed.
            if (resting) {
                consumer.pause(partitions);
            }
        }
    }

    @Override
    public void close() {
        // A message on its way is cut: it is told again by whoever goes on.
        Thread.ofVirtual().start(abort::now);
        loop.close();
    }
}
