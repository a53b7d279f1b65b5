package io.broadsheet.schemas;

import org.apache.kafka.clients.admin.Admin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Makes the topics of the contract, and checks those that are there. Safe to run again and by
 * several at once: what exists is never altered, what differs is reported.
 */
public final class TopicAdmin {

    private static final List<String> NAMES = Topics.ALL.stream().map(Topic::name).toList();

    private final TopicCluster cluster;
    private final TopicProfile profile;

    private TopicAdmin(Admin admin, TopicProfile profile) {
        this.cluster = new TopicCluster(admin);
        this.profile = profile;
    }

    /**
     * Creates the topics that are missing and waits until each partition of each topic has a leader
     * that answers. Without that wait the first batch of an idempotent producer to a topic just
     * made may be lost to {@code NOT_LEADER_OR_FOLLOWER} and the rest hang in {@code
     * OUT_OF_ORDER_SEQUENCE_NUMBER}.
     *
     * @throws org.apache.kafka.common.KafkaException if the cluster cannot be reached, or refuses
     *     to create a topic
     */
    public static TopicReport ensure(Admin admin, TopicProfile profile) {
        return new TopicAdmin(admin, profile).ensure();
    }

    /**
     * Compares the topics with their declaration and changes nothing.
     *
     * @throws org.apache.kafka.common.KafkaException if the cluster cannot be reached
     */
    public static TopicReport verify(Admin admin, TopicProfile profile) {
        return new TopicAdmin(admin, profile).report(List.of());
    }

    private TopicReport ensure() {
        Map<String, FoundTopic> before = cluster.find(NAMES);
        List<Topic<?>> missing = declared(topic -> !before.containsKey(topic.name()));
        List<String> created = cluster.create(missing, profile);
        Map<String, Integer> partitions = new HashMap<>();
        before.forEach((name, found) -> partitions.put(name, found.partitions()));
        missing.forEach(topic -> partitions.put(topic.name(), profile.partitions(topic.layout())));
        cluster.awaitLeaders(partitions);
        return report(created);
    }

    private TopicReport report(List<String> created) {
        Map<String, FoundTopic> found = cluster.find(NAMES);
        List<TopicDrift> drifts = new ArrayList<>();
        for (Topic<?> topic : Topics.ALL) {
            FoundTopic it = found.get(topic.name());
            if (it != null) {
                drifts.addAll(it.driftFrom(topic, profile));
            }
        }
        return new TopicReport(
                NAMES.stream().filter(created::contains).toList(),
                NAMES.stream().filter(found::containsKey).filter(not(created)).toList(),
                NAMES.stream().filter(name -> !found.containsKey(name)).toList(),
                drifts);
    }

    private static List<Topic<?>> declared(Predicate<Topic<?>> which) {
        return Topics.ALL.stream().filter(which).toList();
    }

    private static Predicate<String> not(List<String> names) {
        return name -> !names.contains(name);
    }
}
