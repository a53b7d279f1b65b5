package io.broadsheet.desk.flow;

import io.broadsheet.operate.cluster.Answers;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.LogScan;
import io.broadsheet.operate.lag.LagReport;
import io.broadsheet.operate.lag.PartitionLag;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.service.OutageLoop;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;

import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Asks the cluster every few seconds how far topics and groups are. */
public final class Sampler implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int GROUPS_MAX = 50;

    private final KafkaAccess kafka;
    private final InstantSource clock;
    private final Map<String, TopicRate> rates = new HashMap<>();
    private final OutageLoop loop = new OutageLoop("desk-sampler", PAUSE, this::sample);
    private volatile Sample latest = Sample.NONE;

    /**
     * @param kafka the cluster
     * @param clock the time
     */
    public Sampler(KafkaAccess kafka, InstantSource clock) {
        this.kafka = kafka;
        this.clock = clock;
    }

    /** Begins. */
    public void start() {
        loop.start();
    }

    Sample latest() {
        return latest;
    }

    /** Why it has stopped by itself, if it has. */
    public Optional<Throwable> failure() {
        return loop.failure();
    }

    /** Why what it said last may be old. */
    public Optional<String> notReady() {
        return loop.notReady();
    }

    private void sample(OutageLoop loop) throws InterruptedException {
        try (Cluster cluster = Cluster.open(kafka, clock);
                LogScan scan = cluster.scan()) {
            String id = Answers.of(cluster.admin().describeCluster().clusterId(), "the cluster");
            var report = new LagReport(cluster);
            while (!loop.isClosed()) {
                List<TopicFlow> topics = topics(cluster);
                List<String> groups = List.copyOf(cluster.groups());
                List<String> asked = groups.subList(0, Math.min(GROUPS_MAX, groups.size()));
                List<GroupLag> lags = lags(cluster, asked, group -> report.of(group, scan));
                int leftOut = groups.size() - asked.size();
                latest = new Sample(clock.instant(), id, topics, lags, leftOut);
                loop.clear();
                loop.rest(PAUSE);
            }
        } catch (ToolFailure e) {
            throw new KafkaException(e.getMessage(), e); // an outage: it is tried again
        }
    }

    private List<TopicFlow> topics(Cluster cluster) {
        Set<String> present = cluster.topics();
        List<String> topics =
                Topics.ALL.stream().map(Topic::name).filter(present::contains).toList();
        Map<String, List<TopicPartition>> partitions = cluster.partitions(topics);
        List<TopicPartition> all = partitions.values().stream().flatMap(List::stream).toList();
        Map<TopicPartition, Long> begins = cluster.offsets(all, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = cluster.offsets(all, OffsetSpec.latest());
        return topics.stream()
                .map(topic -> {
                    List<TopicPartition> its = partitions.getOrDefault(topic, List.of());
                    long end = sum(its, ends);
                    return flow(topic, its.size(), end, end - sum(its, begins));
                })
                .toList();
    }

    private TopicFlow flow(String topic, int partitions, long end, long records) {
        TopicRate rate = rates.computeIfAbsent(topic, _ -> new TopicRate());
        rate.add(clock.instant(), end);
        return new TopicFlow(topic, partitions, records, rate.now(), rate.day(), rate.sparks());
    }

    private static long sum(List<TopicPartition> partitions, Map<TopicPartition, Long> offsets) {
        return partitions.stream().mapToLong(it -> offsets.getOrDefault(it, 0L)).sum();
    }

    private static List<GroupLag> lags(
            Cluster cluster, List<String> groups, Function<String, List<PartitionLag>> lags) {
        Map<String, String> states = states(cluster);
        return groups.stream()
                .map(group -> byTopic(lags.apply(group), states.getOrDefault(group, "unknown")))
                .flatMap(List::stream)
                .toList();
    }

    private static Map<String, String> states(Cluster cluster) {
        Map<String, String> states = new TreeMap<>();
        Answers.of(cluster.admin().listGroups().all(), "listing the groups")
                .forEach(group ->
                        states.put(
                                group.groupId(),
                                group.groupState().map(Object::toString).orElse("unknown")));
        return states;
    }

    private static List<GroupLag> byTopic(List<PartitionLag> lags, String state) {
        Map<String, GroupLag> sums = new TreeMap<>();
        for (PartitionLag lag : lags) {
            long seconds = lag.age().map(Duration::toSeconds).map(it -> Math.max(0, it)).orElse(0L);
            String topic = lag.partition().topic();
            sums.merge(
                    topic,
                    new GroupLag(lag.group(), state, topic, lag.records(), seconds),
                    Sampler::plus);
        }
        return List.copyOf(sums.values());
    }

    private static GroupLag plus(GroupLag one, GroupLag other) {
        return new GroupLag(
                one.group(),
                one.state(),
                one.topic(),
                one.records() + other.records(),
                Math.max(one.seconds(), other.seconds()));
    }

    /** When it last had an answer; before that, the beginning of 1970. */
    public Instant at() {
        return latest.at();
    }

    @Override
    public void close() {
        loop.close();
    }
}
