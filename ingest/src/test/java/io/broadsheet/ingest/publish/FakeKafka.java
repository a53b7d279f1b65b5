package io.broadsheet.ingest.publish;

import io.broadsheet.schemas.Topics;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * A log in memory. Each producer fails at its commit as it was told to, in the order they are made.
 */
final class FakeKafka implements KafkaClients {

    /** How a producer's first commit goes. */
    enum Commit {
        WORKS,
        FAILS_BEFORE,
        FAILS_AFTER
    }

    private static final TopicPartition CURSORS =
            new TopicPartition(Topics.INGEST_CURSORS.name(), 0);

    private final Deque<Commit> commits = new ArrayDeque<>();
    private final KafkaException failure;
    private final List<ProducerRecord<byte[], byte[]>> log = new ArrayList<>();

    FakeKafka(KafkaException failure, Commit... commits) {
        this.failure = failure;
        this.commits.addAll(List.of(commits));
    }

    /** All committed records of a topic. */
    List<ProducerRecord<byte[], byte[]>> committed(String topic) {
        return log.stream().filter(record -> record.topic().equals(topic)).toList();
    }

    @Override
    public Producer<byte[], byte[]> producer(String transactionalId) {
        return new FailingProducer(commits.isEmpty() ? Commit.WORKS : commits.pop());
    }

    @Override
    public Consumer<byte[], byte[]> consumer(IsolationLevel isolation) {
        var consumer = new MockConsumer<byte[], byte[]>("earliest");
        List<ProducerRecord<byte[], byte[]>> cursors = committed(CURSORS.topic());
        consumer.updatePartitions(
                CURSORS.topic(), List.of(new PartitionInfo(CURSORS.topic(), 0, null, null, null)));
        consumer.updateBeginningOffsets(Map.of(CURSORS, 0L));
        consumer.updateEndOffsets(Map.of(CURSORS, (long) cursors.size()));
        consumer.schedulePollTask(() -> {
            for (int i = 0; i < cursors.size(); i++) {
                consumer.addRecord(
                        new ConsumerRecord<>(
                                CURSORS.topic(),
                                0,
                                i,
                                cursors.get(i).key(),
                                cursors.get(i).value()));
            }
        });
        return consumer;
    }

    /** Writes to the log at its commit. */
    private final class FailingProducer extends MockProducer<byte[], byte[]> {

        private Commit next;

        FailingProducer(Commit next) {
            super(
                    Cluster.empty(),
                    true,
                    new RoundRobinPartitioner(),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
            this.next = next;
        }

        @Override
        public void commitTransaction() {
            Commit commit = next;
            next = Commit.WORKS;
            if (commit == Commit.FAILS_BEFORE) {
                throw failure;
            }
            super.commitTransaction();
            log.addAll(history());
            clear();
            if (commit == Commit.FAILS_AFTER) {
                throw failure;
            }
        }
    }
}
