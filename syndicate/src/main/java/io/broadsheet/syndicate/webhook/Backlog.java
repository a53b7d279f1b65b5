package io.broadsheet.syndicate.webhook;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was read and is not told yet, in the order of each partition, and how far each partition is
 * done. For one thread.
 */
final class Backlog {

    private final Deque<Delivery> due = new ArrayDeque<>();
    private final Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private Optional<Trouble> trouble = Optional.empty();

    /** A record that is to be told. */
    void add(Delivery delivery) {
        due.addLast(delivery);
    }

    /** All up to here was read of a partition. */
    void read(TopicPartition partition, long next) {
        read.put(partition, new OffsetAndMetadata(next));
    }

    /** What is to be told next. */
    Optional<Delivery> first() {
        return Optional.ofNullable(due.peekFirst());
    }

    /** That was told, or will never be. */
    void removeFirst() {
        due.removeFirst();
        trouble = Optional.empty();
    }

    /** Why the first is not told yet. */
    void troubled(Trouble why) {
        trouble = Optional.of(why);
    }

    /** Why the first is not told yet; empty if it was not tried. */
    Optional<Trouble> trouble() {
        return trouble;
    }

    /** How many are to be told. */
    int size() {
        return due.size();
    }

    /** Others tell what is in these from now on. */
    void forget(Collection<TopicPartition> partitions) {
        if (first().filter(it -> partitions.contains(it.partition())).isPresent()) {
            trouble = Optional.empty();
        }
        due.removeIf(delivery -> partitions.contains(delivery.partition()));
        read.keySet().removeAll(partitions);
        committed.keySet().removeAll(partitions);
    }

    /** What is to be committed: what is done, and was not committed so already. */
    Map<TopicPartition, OffsetAndMetadata> uncommitted() {
        Map<TopicPartition, OffsetAndMetadata> news = done();
        news.entrySet().removeAll(committed.entrySet());
        return news;
    }

    /** That was committed. */
    void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        committed.putAll(offsets);
    }

    /** For each partition the first that is not told, and why, else what was read. */
    private Map<TopicPartition, OffsetAndMetadata> done() {
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>(read);
        due.descendingIterator()
                .forEachRemaining(delivery ->
                        done.put(delivery.partition(), new OffsetAndMetadata(delivery.offset())));
        trouble.ifPresent(why ->
                done.computeIfPresent(
                        due.element().partition(), (_, offset) -> why.at(offset.offset())));
        return done;
    }
}
