package io.broadsheet.enrich.image.service;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is in hand of each partition, and up to where everything is done. Requests are done in any
 * order, but an offset is committed only when all before it are done too. Used by the thread that
 * polls.
 */
final class Progress {

    private final Map<TopicPartition, Deque<Mark>> inHand = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private final AtomicInteger open = new AtomicInteger();

    /** Takes a record in hand. */
    Mark begin(ConsumerRecord<byte[], byte[]> record) {
        Mark mark = new Mark(record.offset(), record.timestamp(), open);
        inHand.computeIfAbsent(partition(record), _ -> new ArrayDeque<>()).add(mark);
        return mark;
    }

    static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** Records that are in hand and not done. */
    int open() {
        return open.get();
    }

    /** Records of a partition from the first that is not done. */
    int span(TopicPartition partition) {
        advance(partition);
        return marks(partition).size();
    }

    /** Takes what can be committed and was not taken before. */
    Map<TopicPartition, OffsetAndMetadata> takeCommittable() {
        List.copyOf(inHand.keySet()).forEach(this::advance);
        Map<TopicPartition, OffsetAndMetadata> committable = Map.copyOf(uncommitted);
        uncommitted.clear();
        return committable;
    }

    /** Takes what can be committed of these partitions and forgets the rest of them. */
    Map<TopicPartition, OffsetAndMetadata> takeLast(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> last = new HashMap<>();
        for (TopicPartition partition : partitions) {
            advance(partition);
            Optional.ofNullable(uncommitted.remove(partition))
                    .ifPresent(offset -> last.put(partition, offset));
            drop(partition);
        }
        return last;
    }

    /** Drops what waits of these partitions; whether nothing of them is under way either. */
    boolean clear(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> marks(partition).forEach(Mark::dropWaiting));
        return partitions.stream()
                .flatMap(partition -> marks(partition).stream())
                .allMatch(mark -> mark.isDone() || mark.isDropped());
    }

    private void drop(TopicPartition partition) {
        new ArrayList<>(marks(partition)).forEach(Mark::drop);
        inHand.remove(partition);
    }

    private void advance(TopicPartition partition) {
        Deque<Mark> marks = marks(partition);
        Mark first = marks.peek();
        while (first != null && first.isDone()) {
            marks.remove();
            uncommitted.put(partition, new OffsetAndMetadata(first.offset() + 1));
            first = marks.peek();
        }
    }

    /** The timestamp of the first record that is not done; empty if all that was begun is. */
    Optional<Long> oldest(TopicPartition partition) {
        advance(partition);
        return Optional.ofNullable(marks(partition).peek()).map(Mark::timestamp);
    }

    private Deque<Mark> marks(TopicPartition partition) {
        return inHand.getOrDefault(partition, new ArrayDeque<>());
    }
}
