package io.broadsheet.syndicate.webhook;

import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.service.OutageLoop;
import io.broadsheet.runtime.service.Service;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.RegistryUnavailableException;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.Webhook;
import io.broadsheet.v1.WebhookState;
import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads the list of webhooks, and has each of them told. A change of the list is a change here:
 * whoever is paused, gone or removed is told nothing more, others are told from where their group
 * is. The group of one that is paused or gone is kept.
 */
public final class WebhookService implements Service {

    /** What the groups of webhooks are called; their id follows. */
    public static final String GROUP_PREFIX = "broadsheet-webhook-";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookService.class);
    private static final String CLIENT = "broadsheet-webhooks";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(1);

    private final WebhookConfig config;
    private final KafkaAccess kafka;
    private final Postman postman;
    private final Workforce workforce;
    private final Deserializer<Webhook> reader;
    private final OutageLoop loop = new OutageLoop("webhooks", OUTAGE_PAUSE, this::follow);

    /**
     * @param letters writes what was given up, and has the clock
     * @param claims keeps what is too large for a letter
     */
    public WebhookService(
            WebhookConfig config, KafkaAccess kafka, DeadLetters letters, ClaimStore claims) {
        this.config = config;
        this.kafka = kafka;
        this.postman =
                new Postman(
                        config,
                        new Messenger(config, letters.clock()),
                        new Registrar(kafka, letters, claims),
                        // Seeded by the machine, so that instances do not wait alike.
                        new Backoff(config.patience(), new Random()),
                        letters.clock());
        this.workforce = new Workforce(kafka, postman);
        this.reader = AvroSerde.of(Topics.WEBHOOKS, kafka.registry()).deserializer();
    }

    /** The name of the group of a webhook, by which others see how far behind it is. */
    public static String group(String webhookId) {
        return GROUP_PREFIX + webhookId;
    }

    /** The topics whose offsets its group has. */
    public static List<String> topics() {
        return Inbox.topics();
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        postman.bindTo(meters);
        workforce.bindTo(meters);
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public Optional<Throwable> failure() {
        return loop.failure().or(workforce::failure);
    }

    @Override
    public Optional<String> notReady() {
        return loop.notReady();
    }

    private void follow(OutageLoop work) {
        Map<String, Webhook> webhooks = new TreeMap<>();
        try (Consumer<String, byte[]> consumer = consumer()) {
            consumer.assign(
                    consumer.partitionsFor(Topics.WEBHOOKS.name()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList());
            consumer.seekToBeginning(consumer.assignment());
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (!work.isClosed()) {
                consumer.poll(POLL).forEach(record -> take(webhooks, record));
                boolean whole =
                        ends.entrySet().stream()
                                .allMatch(it -> consumer.position(it.getKey()) >= it.getValue());
                if (whole) {
                    workforce.serve(served(webhooks));
                    work.clear();
                }
            }
        }
    }

    private Consumer<String, byte[]> consumer() {
        Map<String, Object> properties = kafka.consumerProperties(CLIENT, CLIENT);
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(
                properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private void take(Map<String, Webhook> webhooks, ConsumerRecord<String, byte[]> record) {
        try {
            if (record.value() == null) {
                webhooks.remove(record.key());
            } else {
                Webhook webhook = reader.deserialize(record.topic(), record.value());
                var _ = Inbox.filter(webhook);
                webhooks.put(record.key(), webhook);
            }
        } catch (RegistryUnavailableException e) {
            throw e;
        } catch (SerializationException | IllegalArgumentException e) {
            LOG.atWarn()
                    .addKeyValue("webhook", record.key())
                    .addKeyValue("error", e.getMessage())
                    .log("a webhook cannot be read and is left as it was");
        }
    }

    /** As many as may be: those that are to be told, then those that rest, whose place is kept. */
    private Map<String, Webhook> served(Map<String, Webhook> webhooks) {
        Map<String, Webhook> served = new TreeMap<>();
        Stream.concat(
                        webhooks.values().stream().filter(WebhookService::isActive),
                        webhooks.values().stream().filter(it -> !isActive(it)))
                .limit(config.webhooksMax())
                .forEach(webhook -> served.put(webhook.getWebhookId(), webhook));
        return served;
    }

    private static boolean isActive(Webhook webhook) {
        return webhook.getState() == WebhookState.ACTIVE;
    }

    @Override
    public void close() {
        loop.close();
        workforce.close();
        postman.close();
    }
}
