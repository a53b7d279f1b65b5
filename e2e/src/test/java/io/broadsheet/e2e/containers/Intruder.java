package io.broadsheet.e2e.containers;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/**
 * A principal that tries what it must not do. Each try tells whether Kafka refused it for want of
 * rights; any other end is an error of the test.
 */
final class Intruder implements AutoCloseable {

    private static final byte[] SOMETHING = {1, 2, 3};
    private static final Duration POLL = Duration.ofSeconds(10);

    private final Map<String, Object> settings;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    /**
     * @param settings of its clients
     */
    Intruder(Map<String, Object> settings) {
        this.settings = Map.copyOf(settings);
        this.admin = Admin.create(this.settings);
        // Only the topic is to be asked about, not who may be idempotent.
        this.producer = producer(Map.of(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false));
    }

    boolean isRefusedToWrite(String topic) throws InterruptedException {
        return isRefused(() -> producer.send(new ProducerRecord<>(topic, SOMETHING)).get());
    }

    boolean isRefusedToRead(String topic) throws InterruptedException {
        return isRefused(() -> {
            try (var consumer = consumer("nobody")) {
                consumer.assign(Set.of(new TopicPartition(topic, 0)));
                consumer.seekToBeginning(consumer.assignment());
                consumer.poll(POLL);
            }
        });
    }

    /** Whether it may not say how far the group is; to read how far it is harms nobody. */
    boolean isRefusedTheGroup(String group) {
        var place = Map.of(new TopicPartition("news.articles.raw.v1", 0), new OffsetAndMetadata(0));
        try (var consumer = consumer(group)) {
            consumer.commitSync(place);
            return false;
        } catch (GroupAuthorizationException _) {
            return true;
        } catch (TopicAuthorizationException | CommitFailedException _) {
            return false; // the group was not the reason
        }
    }

    boolean isRefusedTheTransactions(String id) throws InterruptedException {
        return isRefused(() -> {
            try (var transactional = producer(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id))) {
                transactional.initTransactions();
            }
        });
    }

    /** What an administrator may do, and it may nevertheless. */
    List<String> administrationNotRefused(String topic) throws InterruptedException {
        var config = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var change =
                new AlterConfigOp(new ConfigEntry("retention.ms", "1"), AlterConfigOp.OpType.SET);
        Map<String, KafkaFuture<?>> tries = new HashMap<>();
        tries.put(
                "make a topic",
                admin.createTopics(List.of(new NewTopic("anything", 1, (short) 1))).all());
        tries.put("delete " + topic, admin.deleteTopics(List.of(topic)).all());
        tries.put(
                "alter " + topic,
                admin.incrementalAlterConfigs(Map.of(config, List.of(change))).all());
        tries.put("read the rules", admin.describeAcls(AclBindingFilter.ANY).values());
        tries.put("see the users", admin.describeUserScramCredentials().all());
        List<String> allowed = new ArrayList<>();
        for (Map.Entry<String, KafkaFuture<?>> one : tries.entrySet()) {
            if (!isRefused(() -> one.getValue().get())) {
                allowed.add(one.getKey());
            }
        }
        return allowed;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        admin.close(Duration.ZERO);
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(more);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, POLL.toMillis());
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private KafkaConsumer<byte[], byte[]> consumer(String group) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Something that Kafka is to refuse. */
    private interface Attempt {
        void run() throws ExecutionException, InterruptedException;
    }

    private static boolean isRefused(Attempt attempt) throws InterruptedException {
        try {
            attempt.run();
            return false;
        } catch (AuthorizationException e) {
            return true;
        } catch (ExecutionException e) {
            return Optional.ofNullable(e.getCause())
                    .filter(AuthorizationException.class::isInstance)
                    .map(_ -> true)
                    .orElseThrow(() -> new AssertionError("refused for another reason", e));
        }
    }
}
