package io.broadsheet.schemas;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** What a cluster is asked about topics, with Kafka's futures awaited and its errors unwrapped. */
final class TopicCluster {

    private static final Duration ANSWER_TIME_MAX = Duration.ofSeconds(60);
    private static final Duration READY_TIME_MAX = Duration.ofSeconds(60);
    private static final int READY_ATTEMPT_MILLIS = 5_000;
    private static final long READY_POLL_MILLIS = 100;

    private final Admin admin;

    TopicCluster(Admin admin) {
        this.admin = admin;
    }

    /** Those of the topics that exist, as they are. */
    Map<String, FoundTopic> find(Collection<String> topics) {
        Map<String, TopicDescription> described = describe(topics);
        Map<String, Map<String, String>> configs = configs(described.keySet());
        Map<String, FoundTopic> found = new HashMap<>();
        described.forEach((name, description) ->
                found.put(
                        name,
                        new FoundTopic(
                                description.partitions().size(),
                                replicationFactor(description),
                                configs.getOrDefault(name, Map.of()))));
        return found;
    }

    private Map<String, TopicDescription> describe(Collection<String> topics) {
        Map<String, TopicDescription> described = new HashMap<>();
        admin.describeTopics(topics)
                .topicNameValues()
                .forEach((name, future) ->
                        unlessUnknown(future).ifPresent(it -> described.put(name, it)));
        return described;
    }

    private static Optional<TopicDescription> unlessUnknown(KafkaFuture<TopicDescription> future) {
        try {
            return Optional.of(await(future));
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.empty();
        }
    }

    private static int replicationFactor(TopicDescription description) {
        return description.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
    }

    private Map<String, Map<String, String>> configs(Collection<String> topics) {
        List<ConfigResource> resources =
                topics.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList();
        Map<String, Map<String, String>> configs = new HashMap<>();
        await(admin.describeConfigs(resources).all())
                .forEach((resource, config) -> configs.put(resource.name(), inForce(config)));
        return configs;
    }

    private static Map<String, String> inForce(Config config) {
        Map<String, String> settings = new HashMap<>();
        for (ConfigEntry entry : config.entries()) {
            if (entry.value() != null) {
                settings.put(entry.name(), entry.value());
            }
        }
        return settings;
    }

    /** Creates topics and says which of them; the others were made by someone else just before. */
    List<String> create(List<Topic<?>> topics, TopicProfile profile) {
        List<NewTopic> wanted = topics.stream().map(topic -> newTopic(topic, profile)).toList();
        List<String> created = new ArrayList<>();
        admin.createTopics(wanted)
                .values()
                .forEach((name, future) -> {
                    if (unlessThere(future)) {
                        created.add(name);
                    }
                });
        return created;
    }

    private static NewTopic newTopic(Topic<?> topic, TopicProfile profile) {
        int partitions = profile.partitions(topic.layout());
        return new NewTopic(topic.name(), partitions, profile.replicationFactor())
                .configs(FoundTopic.declaredConfig(topic, profile));
    }

    private static boolean unlessThere(KafkaFuture<Void> future) {
        try {
            await(future);
            return true;
        } catch (TopicExistsException e) {
            return false;
        }
    }

    /**
     * Returns once every partition's leader has said where its log ends.
     *
     * @param partitions how many each topic has
     * @throws TimeoutException if that takes over a minute
     */
    void awaitLeaders(Map<String, Integer> partitions) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        partitions.forEach((topic, count) -> {
            for (int i = 0; i < count; i++) {
                ends.put(new TopicPartition(topic, i), OffsetSpec.latest());
            }
        });
        long deadlineNanos = System.nanoTime() + READY_TIME_MAX.toNanos();
        while (!answers(ends, deadlineNanos)) {
            pause();
        }
    }

    private boolean answers(Map<TopicPartition, OffsetSpec> ends, long deadlineNanos) {
        try {
            var options = new ListOffsetsOptions().timeoutMs(READY_ATTEMPT_MILLIS);
            await(admin.listOffsets(ends, options).all());
            return true;
        } catch (RetriableException e) {
            if (System.nanoTime() > deadlineNanos) {
                throw new TimeoutException("no leader for all of " + ends.keySet(), e);
            }
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(READY_POLL_MILLIS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(ANSWER_TIME_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known
                    ? known
                    : new KafkaException(e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException("the cluster did not answer", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
