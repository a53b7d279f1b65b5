package io.broadsheet.operate.cluster;

import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.registry.SchemaRegistry;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A cluster that answers. Whatever is asked of it is answered, or fails, within half a minute. */
public final class Cluster implements AutoCloseable {

    private static final String CLIENT = "broadsheet-tool";
    private static final int REQUEST_MS_MAX = 10_000;

    private final KafkaAccess access;
    private final InstantSource clock;
    private final Admin admin;

    private Cluster(KafkaAccess access, InstantSource clock, Admin admin) {
        this.access = access;
        this.clock = clock;
        this.admin = admin;
    }

    /**
     * Connects, and makes sure that somebody answers.
     *
     * @throws ToolFailure if nobody does
     */
    public static Cluster open(KafkaAccess access, InstantSource clock) {
        Cluster cluster = new Cluster(access, clock, admin(access));
        try {
            Answers.of(cluster.admin.describeCluster().nodes(), "describing the cluster");
            return cluster;
        } catch (ToolFailure | TimeoutException e) {
            cluster.close();
            throw silence(access, "", e);
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private static Admin admin(KafkaAccess access) {
        try {
            return Admin.create(impatient(access.adminProperties(CLIENT)));
        } catch (KafkaException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            throw silence(access, " (" + why.getMessage() + ")", e);
        }
    }

    private static ToolFailure silence(KafkaAccess access, String detail, Throwable cause) {
        return new ToolFailure(
                "no broker answers at "
                        + access.bootstrapServers()
                        + detail
                        + "; start it, or name another with --bootstrap-servers",
                cause);
    }

    private static Map<String, Object> impatient(Map<String, Object> properties) {
        properties.putIfAbsent(
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) Answers.ANSWER_MAX.toMillis() - 1_000);
        properties.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MS_MAX);
        return properties;
    }

    /** For questions that this class has no words for. */
    public Admin admin() {
        return admin;
    }

    /** How it is reached. */
    public KafkaAccess access() {
        return access;
    }

    /** The schemas. */
    public SchemaRegistry registry() {
        return access.registry();
    }

    /** The time. */
    public InstantSource clock() {
        return clock;
    }

    /** The names of all topics. */
    public Set<String> topics() {
        return Answers.of(admin.listTopics().names(), "listing the topics");
    }

    /**
     * The partitions of a topic.
     *
     * @throws ToolFailure if there is no such topic
     */
    public List<TopicPartition> partitions(String topic) {
        try {
            var described = admin.describeTopics(List.of(topic)).allTopicNames();
            return Answers.of(described, "describing " + topic).values().stream()
                    .flatMap(description -> description.partitions().stream())
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
        } catch (UnknownTopicOrPartitionException e) {
            throw new ToolFailure(
                    "there is no topic "
                            + topic
                            + " at "
                            + access.bootstrapServers()
                            + "; `broadsheet topics create` makes those of the contract",
                    e);
        }
    }

    /**
     * Offsets of committed records.
     *
     * @param spec the earliest, or the one behind the latest
     */
    public Map<TopicPartition, Long> offsets(
            Collection<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, spec));
        var options = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Answers.of(admin.listOffsets(wanted, options).all(), "the offsets of topics")
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    /** The partitions of some topics, which are all there. */
    public Map<String, List<TopicPartition>> partitions(Collection<String> topics) {
        Map<String, List<TopicPartition>> partitions = new HashMap<>();
        Answers.of(admin.describeTopics(topics).allTopicNames(), "describing the topics")
                .forEach((topic, description) ->
                        partitions.put(
                                topic,
                                description.partitions().stream()
                                        .map(it -> new TopicPartition(topic, it.partition()))
                                        .toList()));
        return partitions;
    }

    /** How many brokers there are. */
    public int brokers() {
        return Answers.of(admin.describeCluster().nodes(), "describing the cluster").size();
    }

    /** The ids of all groups that commit offsets, sorted. */
    public List<String> groups() {
        return Answers.of(admin.listGroups().all(), "listing the groups").stream()
                .filter(group -> !group.type().equals(Optional.of(GroupType.SHARE)))
                .map(GroupListing::groupId)
                .sorted()
                .toList();
    }

    /** What a group has committed. */
    public Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        Answers.of(
                        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(),
                        "the offsets of " + group)
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset);
                    }
                });
        return committed;
    }

    /**
     * A reader of committed records up to where they end, which belongs to no group. It never waits
     * for what comes: the broker would keep its last question, and the next one has to wait for it.
     */
    public LogScan scan() {
        return scan(Duration.ofMillis(5));
    }

    /** The same for who waits for what comes. */
    public LogScan tail() {
        return scan(Duration.ofMillis(500));
    }

    private LogScan scan(Duration fetchWaitMax) {
        Map<String, Object> properties = impatient(access.consumerProperties(CLIENT, CLIENT));
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.putIfAbsent(
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) fetchWaitMax.toMillis());
        return new LogScan(
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                clock);
    }

    /**
     * A transactional producer; the id is in use then, and whoever had it is fenced.
     *
     * @throws KafkaException if the cluster does not give it
     */
    public Producer<byte[], byte[]> producer(String transactionalId) {
        Map<String, Object> properties = access.producerProperties(CLIENT);
        properties.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, Answers.ANSWER_MAX.toMillis());
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        Producer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            return producer;
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
