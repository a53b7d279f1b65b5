package io.broadsheet.syndicate.tail;

import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.RegistryUnavailableException;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.EnrichedArticle;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A topic of articles, read by a consumer that belongs to no group. Safe for many threads. */
public final class ArticleLog {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleLog.class);
    private static final String CLIENT = "broadsheet-syndicate";

    private final KafkaAccess kafka;
    private final Topic<EnrichedArticle> topic;
    private final char letter;
    private final Deserializer<EnrichedArticle> reader;

    private ArticleLog(KafkaAccess kafka, Topic<EnrichedArticle> topic, char letter) {
        this.kafka = kafka;
        this.topic = topic;
        this.letter = letter;
        this.reader = AvroSerde.of(topic, kafka.registry()).deserializer();
    }

    /** The latest version of each article. */
    public static ArticleLog latest(KafkaAccess kafka) {
        return new ArticleLog(kafka, Topics.ENRICHED, 'e');
    }

    /** All versions. */
    public static ArticleLog revisions(KafkaAccess kafka) {
        return new ArticleLog(kafka, Topics.REVISIONS, 'r');
    }

    /** By which it is known in ids of events. */
    public char letter() {
        return letter;
    }

    /** Its name on the broker. */
    public String name() {
        return topic.name();
    }

    /**
     * A consumer of it, assigned to all its partitions.
     *
     * @param bytesMax that it fetches ahead
     */
    Consumer<byte[], byte[]> open(int bytesMax) {
        Map<String, Object> properties = kafka.consumerProperties(CLIENT, CLIENT + "-" + letter);
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, bytesMax);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, bytesMax);
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            consumer.assign(partitions(consumer));
            return consumer;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** The partitions that there are now. */
    List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** Goes to these positions, or to the beginning where they are not in the log. */
    static void seek(Consumer<?, ?> consumer, Positions positions) {
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(consumer.assignment());
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        for (TopicPartition partition : consumer.assignment()) {
            long start = Objects.requireNonNull(starts.get(partition));
            long wanted = positions.of(partition.partition());
            // Beyond the end: of a topic that was made anew.
            boolean beyond = wanted > Objects.requireNonNull(ends.get(partition));
            consumer.seek(partition, beyond ? start : Math.max(start, wanted));
        }
    }

    /** Where a consumer stands. */
    static Positions positions(Consumer<?, ?> consumer) {
        Positions positions = Positions.none();
        for (TopicPartition partition : consumer.assignment()) {
            positions = positions.with(partition.partition(), consumer.position(partition));
        }
        return positions;
    }

    /** Before the first record of that time or later. */
    static Positions since(Consumer<?, ?> consumer, Instant time) {
        Map<TopicPartition, Long> wanted = new HashMap<>();
        consumer.assignment().forEach(it -> wanted.put(it, Math.max(0, time.toEpochMilli())));
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        Positions positions = Positions.none();
        for (var found : consumer.offsetsForTimes(wanted).entrySet()) {
            long offset =
                    found.getValue() == null
                            ? Objects.requireNonNull(ends.get(found.getKey()))
                            : found.getValue().offset();
            positions = positions.with(found.getKey().partition(), offset);
        }
        return positions;
    }

    /**
     * A record, read; empty if it cannot be, which is logged.
     *
     * @throws RegistryUnavailableException if its schema is not to be had now
     */
    public Optional<Entry> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            byte[] value = record.value();
            EnrichedArticle article =
                    value == null ? null : reader.deserialize(topic.name(), value);
            var mark =
                    new Entry.Mark(
                            record.partition(),
                            record.offset(),
                            record.key() == null
                                    ? ""
                                    : new String(record.key(), StandardCharsets.UTF_8),
                            Instant.ofEpochMilli(record.timestamp()));
            return Optional.of(new Entry(mark, article, value == null ? 0 : value.length));
        } catch (RegistryUnavailableException e) {
            throw e;
        } catch (SerializationException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("error", e.getMessage())
                    .log("a record cannot be read and is left out");
            return Optional.empty();
        }
    }
}
