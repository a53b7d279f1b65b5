package io.broadsheet.sink;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Asks by an admin client that lives for one question: they are rare, and it would keep a thread.
 *
 * @param adminProperties settings of the client
 */
record ClusterTopicIds(Map<String, Object> adminProperties) implements TopicIds {

    private static final Duration ANSWER_TIME_MAX = Duration.ofSeconds(10);

    ClusterTopicIds {
        adminProperties = Map.copyOf(adminProperties);
    }

    @Override
    public Map<String, Uuid> of(Set<String> topics) {
        Admin admin = Admin.create(adminProperties);
        try {
            Map<String, Uuid> ids = new HashMap<>();
            for (TopicDescription topic : describe(admin, topics).values()) {
                ids.put(topic.name(), topic.topicId());
            }
            return ids;
        } finally {
            admin.close(ANSWER_TIME_MAX);
        }
    }

    private static Map<String, TopicDescription> describe(Admin admin, Set<String> topics) {
        try {
            return admin.describeTopics(topics)
                    .allTopicNames()
                    .get(ANSWER_TIME_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause
                    ? cause
                    : new KafkaException("topics could not be described", e);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException("topics were not described in time", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
