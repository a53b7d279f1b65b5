package io.broadsheet.enrich.image.service;

import io.broadsheet.runtime.meter.LagWatch;
import io.broadsheet.runtime.trace.Segment;
import io.broadsheet.runtime.trace.TraceContext;
import io.broadsheet.runtime.trace.Tracing;
import io.broadsheet.runtime.trace.Work;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.ImageCheckRequest;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Polls, hands requests over, and commits what is done. It polls on whatever happens, with
 * partitions paused where enough is in hand, so that they stay ours. Used by one thread.
 */
final class RequestLoop {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLoop.class);
    private static final Duration POLL_TIME_MAX = Duration.ofMillis(100);
    private static final Duration COMMIT_EVERY = Duration.ofMillis(500);
    private static final Duration COMMIT_TIME_MAX = Duration.ofSeconds(4);
    private static final Duration REGISTRY_PAUSE = Duration.ofSeconds(1);

    /** How long a rebalance waits for what is on its way, before that is cut. */
    private static final Duration REVOKE_WAIT_MAX = Duration.ofSeconds(5);

    private static final Duration CLEAR_PAUSE = Duration.ofMillis(20);

    private final Consumer<byte[], byte[]> consumer;
    private final RequestCodec codec;
    private final Workload workload;
    private final Reception reception;
    private final Look look;
    private final LagWatch lag;
    private final Map<TopicPartition, Long> newest = new HashMap<>();
    private final Progress progress = new Progress();
    private final Deque<ConsumerRecord<byte[], byte[]>> backlog = new ArrayDeque<>();
    private long committedNanos = System.nanoTime();
    private long readAgainNanos = System.nanoTime();

    /** Where requests are handed over. Only what a rebalance has to wait for blocks. */
    interface Reception {

        /** A request. */
        void take(Ticket ticket);

        /** Something that is none. */
        void refuse(
                ConsumerRecord<byte[], byte[]> record, Mark mark, RequestCodec.Read.Unreadable why);

        /** Which of how many partitions are ours from now on. */
        void hold(Collection<TopicPartition> partitions, int count);

        /** Partitions come to us: learns what those knew who held them before. */
        void takeOver() throws InterruptedException;

        /** Partitions have left us: cuts what is still on its way, and hands on what is known. */
        void letGo() throws InterruptedException;
    }

    /** Who looks on. */
    record Look(LagWatch lag, Tracing tracing) {}

    RequestLoop(
            Consumer<byte[], byte[]> consumer,
            RequestCodec codec,
            Workload workload,
            Reception reception,
            Look look) {
        this.consumer = consumer;
        this.codec = codec;
        this.workload = workload;
        this.reception = reception;
        this.look = look;
        this.lag = look.lag();
    }

    /** Joins the group. */
    void begin() {
        consumer.subscribe(List.of(Topics.IMAGE_CHECK_REQUESTS.name()), new Rebalances());
    }

    /** Polls once, hands over what it can, and commits now and then. */
    void turn() {
        consumer.poll(POLL_TIME_MAX).forEach(this::add);
        handOver();
        pauseAndResume();
        if (System.nanoTime() - committedNanos >= COMMIT_EVERY.toNanos()) {
            committedNanos = System.nanoTime();
            consumer.commitAsync(progress.takeCommittable(), RequestLoop::committed);
            newest.forEach(this::tellLag);
        }
    }

    /** With checks always on their way, what is oldest moves on: it has to be told anew. */
    private void tellLag(TopicPartition partition, long last) {
        progress.oldest(partition)
                .or(() -> waiting(partition))
                .ifPresentOrElse(
                        oldest -> lag.inHand(partition, oldest), () -> lag.done(partition, last));
    }

    private Optional<Long> waiting(TopicPartition partition) {
        return backlog.stream()
                .filter(record -> Progress.partition(record).equals(partition))
                .map(ConsumerRecord::timestamp)
                .findFirst();
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        backlog.add(record);
        TopicPartition partition = Progress.partition(record);
        lag.begin(partition, record.timestamp());
        newest.put(partition, record.timestamp());
    }

    /** Commits what is done, and leaves the rest to those who come after. */
    void finish() {
        commit(progress.takeLast(consumer.assignment()));
    }

    private void handOver() {
        boolean readable = System.nanoTime() - readAgainNanos >= 0;
        while (readable && !backlog.isEmpty() && hasRoom()) {
            readable = handOver(backlog.getFirst());
        }
    }

    private boolean hasRoom() {
        return progress.open() < workload.openMax();
    }

    /** False if it must be read again later. */
    private boolean handOver(ConsumerRecord<byte[], byte[]> record) {
        switch (codec.read(record.value())) {
            case RequestCodec.Read.Request(ImageCheckRequest request) ->
                    reception.take(ticket(request, record));
            case RequestCodec.Read.Unreadable unreadable ->
                    reception.refuse(record, progress.begin(record), unreadable);
            case RequestCodec.Read.Unknown(String why) -> {
                LOG.atWarn().addKeyValue("error", why).log("waiting for the registry");
                readAgainNanos = System.nanoTime() + REGISTRY_PAUSE.toNanos();
                return false;
            }
        }
        backlog.removeFirst();
        return true;
    }

    private Ticket ticket(ImageCheckRequest request, ConsumerRecord<byte[], byte[]> record) {
        Work work = Work.process(record, consumer.groupMetadata().groupId());
        Segment segment = look.tracing().goOn(work, TraceContext.of(record.headers()));
        segment.note(Segment.ARTICLE_ID, request.getArticleId());
        return new Ticket(request, record, progress.begin(record), segment);
    }

    private void pauseAndResume() {
        Set<TopicPartition> paused = new HashSet<>();
        Set<TopicPartition> resumed = new HashSet<>();
        for (TopicPartition partition : consumer.assignment()) {
            boolean enough =
                    !backlog.isEmpty()
                            || !hasRoom()
                            || progress.span(partition) >= workload.spanMax();
            (enough ? paused : resumed).add(partition);
        }
        consumer.pause(paused);
        consumer.resume(resumed);
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        if (offsets.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(offsets, COMMIT_TIME_MAX);
        } catch (KafkaException e) {
            // Those who come after do some of it again, which harms nobody.
            committed(offsets, e);
        }
    }

    private static void committed(
            Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception error) {
        if (error != null) {
            LOG.atWarn()
                    .addKeyValue("offsets", offsets)
                    .addKeyValue("error", error.getMessage())
                    .log("offsets were not committed");
        }
    }

    /** What the group gives and takes. Called within poll, so on the loop's own thread. */
    private final class Rebalances implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                uninterrupted(reception::takeOver);
            }
            hold();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            backlog.removeIf(record -> partitions.contains(Progress.partition(record)));
            leave(partitions);
            awaitClear(partitions);
            Map<TopicPartition, OffsetAndMetadata> last = progress.takeLast(partitions);
            uninterrupted(reception::letGo);
            commit(last);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            backlog.removeIf(record -> partitions.contains(Progress.partition(record)));
            progress.takeLast(partitions);
            leave(partitions);
            uninterrupted(reception::letGo);
        }

        private void hold() {
            int count = consumer.partitionsFor(Topics.IMAGE_CHECK_REQUESTS.name()).size();
            reception.hold(consumer.assignment(), count);
        }

        private void leave(Collection<TopicPartition> partitions) {
            lag.forget(partitions);
            newest.keySet().removeAll(partitions);
            Set<TopicPartition> kept = new HashSet<>(consumer.assignment());
            kept.removeAll(partitions);
            int count = consumer.partitionsFor(Topics.IMAGE_CHECK_REQUESTS.name()).size();
            reception.hold(kept, count);
        }

        /** Lets what is under way come to its end; nothing new begins. */
        private void awaitClear(Collection<TopicPartition> partitions) {
            long endNanos = System.nanoTime() + REVOKE_WAIT_MAX.toNanos();
            while (!progress.clear(partitions) && System.nanoTime() - endNanos < 0) {
                uninterrupted(() -> Thread.sleep(CLEAR_PAUSE));
            }
        }

        /** Kafka's listeners have an exception of their own for a thread that is interrupted. */
        private void uninterrupted(Crew.Task task) {
            try {
                task.run();
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }
}
