package io.broadsheet.ingest.backfill;

import io.broadsheet.schemas.Topics;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/** How much those who come after have before them. */
final class LiveTraffic implements AutoCloseable {

    private final Admin admin;
    private final BackfillConfig config;
    private List<TopicPartition> watched = List.of();

    /**
     * @param admin closed with this
     */
    LiveTraffic(Admin admin, BackfillConfig config) {
        this.admin = admin;
        this.config = config;
    }

    /** The partitions of the raw topic to which more may be added now. */
    Set<Integer> open() throws InterruptedException {
        if (watched.isEmpty()) {
            watched = partitions();
        }
        Map<TopicPartition, Long> lags = lags();
        long images =
                lags.entrySet().stream()
                        .filter(lag -> isOf(Topics.IMAGE_CHECK_REQUESTS.name(), lag))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
        return images > config.imageLagMax()
                ? Set.of()
                : lags.entrySet().stream()
                        .filter(lag -> isOf(Topics.RAW.name(), lag))
                        .filter(lag -> lag.getValue() <= config.enrichLagMax())
                        .map(lag -> lag.getKey().partition())
                        .collect(Collectors.toSet());
    }

    private static boolean isOf(String topic, Map.Entry<TopicPartition, Long> lag) {
        return lag.getKey().topic().equals(topic);
    }

    private Map<TopicPartition, Long> lags() throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        Map<String, ListConsumerGroupOffsetsSpec> groups =
                Map.of(
                        config.ahead().enrichGroup(), new ListConsumerGroupOffsetsSpec(),
                        config.ahead().imageGroup(), new ListConsumerGroupOffsetsSpec());
        answer(admin.listConsumerGroupOffsets(groups).all()).values().forEach(committed::putAll);
        Map<TopicPartition, Long> starts = offsets(OffsetSpec.earliest());
        Map<TopicPartition, Long> lags = new HashMap<>();
        offsets(OffsetSpec.latest())
                .forEach((partition, end) ->
                        lags.put(
                                partition,
                                end
                                        - place(
                                                committed.get(partition),
                                                starts.getOrDefault(partition, 0L))));
        return lags;
    }

    /** Whoever has committed nothing begins at the start. */
    private static long place(@Nullable OffsetAndMetadata committed, long start) {
        return committed == null ? start : Math.max(start, committed.offset());
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec where) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        watched.forEach(partition -> asked.put(partition, where));
        var committedOnly = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> found :
                answer(admin.listOffsets(asked, committedOnly).all()).entrySet()) {
            offsets.put(found.getKey(), found.getValue().offset());
        }
        return offsets;
    }

    private List<TopicPartition> partitions() throws InterruptedException {
        Set<String> topics =
                new HashSet<>(List.of(Topics.RAW.name(), Topics.IMAGE_CHECK_REQUESTS.name()));
        List<TopicPartition> partitions = new ArrayList<>();
        for (TopicDescription topic :
                answer(admin.describeTopics(topics).allTopicNames()).values()) {
            topic.partitions()
                    .forEach(
                            it -> partitions.add(new TopicPartition(topic.name(), it.partition())));
        }
        return partitions;
    }

    private static <T> T answer(KafkaFuture<T> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known
                    ? known
                    : new KafkaException("how far the others are", e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
