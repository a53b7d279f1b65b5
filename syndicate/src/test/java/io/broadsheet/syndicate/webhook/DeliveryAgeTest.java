package io.broadsheet.syndicate.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.runtime.claim.FileClaims;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.InMemorySchemaRegistry;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.syndicate.form.ArticleForms;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Webhook;
import io.broadsheet.v1.WebhookDelivery;
import io.broadsheet.v1.WebhookState;
import io.broadsheet.web.fetch.EgressPolicy;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** For how long a delivery is tried. */
class DeliveryAgeTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(40));
    private static final KafkaAccess AWAY =
            new KafkaAccess("127.0.0.1:1", new InMemorySchemaRegistry(), Map.of());

    private Postman postman;

    @BeforeEach
    void open(@TempDir Path data) {
        ContractClasses.trust();
        var patience =
                new WebhookConfig.Patience(
                        Duration.ofSeconds(1),
                        Duration.ofHours(24),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1));
        var egress = EgressPolicy.publicOnly().withProxySettingsIgnored();
        var config = new WebhookConfig(data, egress, 1, patience);
        InstantSource clock = InstantSource.fixed(NOW);
        var letters = new DeadLetters("syndicate", "test", clock);
        postman =
                new Postman(
                        config,
                        new Messenger(config, clock),
                        new Registrar(AWAY, letters, new FileClaims(data)),
                        new Backoff(patience, new Random(1)),
                        clock);
    }

    @AfterEach
    void close() {
        postman.close();
    }

    @Test
    void aDeliveryIsTriedForItsTimeToLive() {
        assertThat(postman.isTooOld(webhook(LONG_AGO), dueAt(NOW.minus(Duration.ofHours(23)))))
                .isFalse();
        assertThat(postman.isTooOld(webhook(LONG_AGO), dueAt(NOW.minus(Duration.ofHours(25)))))
                .isTrue();
    }

    @Test
    void whatWaitedUntilItsWebhookWasResumedHasItsTimeFromThen() {
        Delivery old = dueAt(NOW.minus(Duration.ofDays(5)));

        assertThat(postman.isTooOld(webhook(NOW.minus(Duration.ofHours(23))), old)).isFalse();
        assertThat(postman.isTooOld(webhook(NOW.minus(Duration.ofHours(25))), old)).isTrue();
    }

    @Test
    void aReplayIsAsOldAsItsRecord() {
        Webhook webhook = webhook(LONG_AGO);
        var inbox = new Inbox(webhook, ArticleForms.all().plain(), AWAY);

        Optional<Delivery> replay = inbox.read(replayedAt(NOW.minus(Duration.ofHours(1))));

        assertThat(replay).isPresent();
        assertThat(postman.isTooOld(webhook, replay.get())).isFalse();
    }

    private static Delivery dueAt(Instant dueAt) {
        return new Delivery(
                new TopicPartition("news", 0),
                7,
                new Message("msg_1", "{}"),
                new RecordRef("news", 0, 7L),
                dueAt);
    }

    private static Webhook webhook(Instant changedAt) {
        return Webhook.newBuilder()
                .setWebhookId("one")
                .setUrl("https://receiver.example/")
                .setSecretName("one")
                .setState(WebhookState.ACTIVE)
                .setAddedAt(LONG_AGO)
                .setChangedAt(changedAt)
                .build();
    }

    /** As a replay writes it: when it was due is in it, as it was. */
    private static ConsumerRecord<byte[], byte[]> replayedAt(Instant time) {
        String topic = Topics.WEBHOOK_DELIVERIES.name();
        WebhookDelivery delivery =
                WebhookDelivery.newBuilder()
                        .setWebhookId("one")
                        .setMessageId("msg_1")
                        .setBody("{}")
                        .setSource(new RecordRef("news", 0, 7L))
                        .setDueAt(LONG_AGO)
                        .build();
        AWAY.registry()
                .register(Topics.WEBHOOK_DELIVERIES.subject(), Topics.WEBHOOK_DELIVERIES.schema());
        byte[] value =
                AvroSerde.of(Topics.WEBHOOK_DELIVERIES, AWAY.registry())
                        .serializer()
                        .serialize(topic, delivery);
        return new ConsumerRecord<>(
                topic,
                0,
                3L,
                time.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                value.length,
                new byte[0],
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
