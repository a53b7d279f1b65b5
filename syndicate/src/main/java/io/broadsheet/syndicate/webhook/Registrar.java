package io.broadsheet.syndicate.webhook;

import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.failure.Payload;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.FailureStage;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Webhook;
import io.broadsheet.v1.WebhookDelivery;
import io.broadsheet.v1.WebhookState;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * Writes down what came of webhooks: that one is gone, that a delivery was given up. It returns
 * once Kafka has it. Safe for many threads.
 */
final class Registrar implements AutoCloseable {

    private static final String CLIENT = "broadsheet-webhooks";

    /** No delivery has a place of its own before it is replayed. */
    private static final long NOWHERE = -1;

    private final KafkaAccess kafka;
    private final DeadLetters letters;
    private final ClaimStore claims;
    private final Producer<byte[], byte[]> producer;

    Registrar(KafkaAccess kafka, DeadLetters letters, ClaimStore claims) {
        this.kafka = kafka;
        this.letters = letters;
        this.claims = claims;
        this.producer =
                new KafkaProducer<>(
                        kafka.producerProperties(CLIENT),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    private InstantSource clock() {
        return letters.clock();
    }

    /** Its receiver wants nothing any more. */
    void gone(Webhook webhook, String why) throws InterruptedException {
        Webhook gone =
                Webhook.newBuilder(webhook)
                        .setState(WebhookState.GONE)
                        .setNote(why)
                        .setChangedAt(clock().instant().truncatedTo(ChronoUnit.MILLIS))
                        .build();
        write(Topics.WEBHOOKS, webhook.getWebhookId(), gone);
    }

    /** A delivery is given up: a letter that, replayed, is that delivery once more. */
    void bury(Webhook webhook, Delivery delivery, Rejection rejection)
            throws InterruptedException, IOException {
        WebhookDelivery again =
                WebhookDelivery.newBuilder()
                        .setWebhookId(webhook.getWebhookId())
                        .setMessageId(delivery.message().id())
                        .setBody(delivery.message().body())
                        .setSource(delivery.source())
                        .setDueAt(delivery.dueAt())
                        .build();
        byte[] value = bytes(Topics.WEBHOOK_DELIVERIES, again);
        var original =
                new DeadLetters.Original(
                        utf8(webhook.getWebhookId()),
                        Optional.of(Payload.of(value, claims)),
                        new RecordHeaders(),
                        delivery.dueAt().toEpochMilli());
        var origin = new RecordRef(Topics.WEBHOOK_DELIVERIES.name(), 0, NOWHERE);
        DeadLetter letter =
                DeadLetter.newBuilder(
                                letters.ofRecord(
                                        FailureStage.DELIVERY, rejection, origin, original))
                        // One delivery is one letter, however often it is given up.
                        .setDeadLetterId(Sha256.id("v1\nDELIVERY\n" + delivery.message().id()))
                        .setUrl(webhook.getUrl())
                        .build();
        write(Topics.SYNDICATE_DEAD_LETTERS, webhook.getWebhookId(), letter);
    }

    private <V extends SpecificRecord> void write(Topic<V> topic, String key, V value)
            throws InterruptedException {
        var record =
                new ProducerRecord<>(
                        topic.name(), null, clock().millis(), utf8(key), bytes(topic, value));
        try {
            var _ = producer.send(record).get();
        } catch (ExecutionException e) {
            // As it is: a right that is missing is no outage.
            throw e.getCause() instanceof KafkaException cause
                    ? cause
                    : new KafkaException("writing to " + topic.name(), e.getCause());
        }
    }

    private <V extends SpecificRecord> byte[] bytes(Topic<V> topic, V value) {
        return AvroSerde.of(topic, kafka.registry()).serializer().serialize(topic.name(), value);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
