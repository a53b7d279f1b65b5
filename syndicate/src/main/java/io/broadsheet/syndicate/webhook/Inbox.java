package io.broadsheet.syndicate.webhook;

import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.RegistryUnavailableException;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.syndicate.filter.ArticleFilter;
import io.broadsheet.syndicate.filter.FilterWords;
import io.broadsheet.syndicate.form.ArticleForm;
import io.broadsheet.syndicate.tail.ArticleLog;
import io.broadsheet.syndicate.tail.Entry;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Webhook;
import io.broadsheet.v1.WebhookDelivery;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Which records a webhook is told of, and in which words. */
final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final Webhook webhook;
    private final ArticleFilter filter;
    private final ArticleForm form;
    private final ArticleLog articles;
    private final Deserializer<WebhookDelivery> replays;

    /**
     * @param form in which it gets articles
     */
    Inbox(Webhook webhook, ArticleForm form, KafkaAccess kafka) {
        this.webhook = webhook;
        this.filter = filter(webhook);
        this.form = form;
        this.articles = ArticleLog.latest(kafka);
        this.replays = AvroSerde.of(Topics.WEBHOOK_DELIVERIES, kafka.registry()).deserializer();
    }

    /**
     * Its filter.
     *
     * @throws IllegalArgumentException if it means nothing
     */
    static ArticleFilter filter(Webhook webhook) {
        ArticleFilter words =
                FilterWords.read(name ->
                        switch (name) {
                            case "source" -> webhook.getSources();
                            case "section" -> webhook.getSections();
                            case "language" -> webhook.getLanguages();
                            case String _ -> List.of();
                        });
        return new ArticleFilter(
                words.sources(),
                words.sections(),
                words.languages(),
                new HashSet<>(webhook.getChanges()),
                new HashSet<>(webhook.getImages()));
    }

    /** The topics that it is told from. */
    static List<String> topics() {
        return List.of(Topics.ENRICHED.name(), Topics.WEBHOOK_DELIVERIES.name());
    }

    /** What is to be told of a record; empty if it is not wanted, or cannot be read. */
    Optional<Delivery> read(ConsumerRecord<byte[], byte[]> record) {
        return record.topic().equals(Topics.ENRICHED.name()) ? article(record) : replay(record);
    }

    private Optional<Delivery> article(ConsumerRecord<byte[], byte[]> record) {
        return articles.read(record)
                .filter(this::isWanted)
                .map(entry ->
                        new Delivery(
                                partition(record),
                                record.offset(),
                                Message.of(webhook.getWebhookId(), entry, form),
                                new RecordRef(record.topic(), record.partition(), record.offset()),
                                Instant.ofEpochMilli(record.timestamp())));
    }

    /** That there is none any more is told to all: nobody knows any longer what it was. */
    private boolean isWanted(Entry entry) {
        return entry.article().map(filter::takes).orElse(true);
    }

    private Optional<Delivery> replay(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        return delivery(record)
                .filter(it -> it.getWebhookId().equals(webhook.getWebhookId()))
                .map(it ->
                        new Delivery(
                                partition(record),
                                record.offset(),
                                new Message(it.getMessageId(), it.getBody()),
                                it.getSource(),
                                // It has its time anew.
                                Instant.ofEpochMilli(record.timestamp())));
    }

    private Optional<WebhookDelivery> delivery(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(replays.deserialize(record.topic(), record.value()));
        } catch (RegistryUnavailableException e) {
            throw e;
        } catch (SerializationException e) {
            LOG.atWarn()
                    .addKeyValue("place", partition(record) + "@" + record.offset())
                    .addKeyValue("error", e.getMessage())
                    .log("a delivery cannot be read and is left out");
            return Optional.empty();
        }
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
