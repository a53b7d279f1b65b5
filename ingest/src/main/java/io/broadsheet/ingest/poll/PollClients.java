package io.broadsheet.ingest.poll;

import io.broadsheet.ingest.poll.lane.Requests;
import io.broadsheet.ingest.poll.table.FeedTable;
import io.broadsheet.ingest.poll.write.PollWriter;
import io.broadsheet.ingest.publish.AccessClients;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Opens sessions with real clients. */
final class PollClients {

    /** No source id begins with a dash, so none of an ingest of files is the same. */
    private static final String TRANSACTIONS = "broadsheet-ingest--feeds-";

    private final KafkaAccess kafka;
    private final Optional<String> instance;
    private final String transactionalId;

    PollClients(KafkaAccess kafka, Optional<String> instance) {
        this.kafka = kafka;
        this.instance = instance;
        this.transactionalId = TRANSACTIONS + instance.orElse(UUID.randomUUID().toString());
    }

    /** The writer first: it is the only part that asks the cluster, and may fail, at once. */
    PollSession session(PollSession.Desk desk, DeadLetters letters) {
        AccessClients clients = new AccessClients(kafka);
        var writer = PollWriter.begin(clients.producer(transactionalId), kafka, letters);
        var table =
                new FeedTable(
                        clients.consumer(IsolationLevel.READ_COMMITTED),
                        clients.consumer(IsolationLevel.READ_UNCOMMITTED),
                        kafka.registry(),
                        desk.hubs().doors().rests());
        return new PollSession(new Requests(member(), kafka.registry()), table, writer, desk);
    }

    /** Hosts that stay with their owner through a rebalance are polled through it. */
    private Consumer<byte[], byte[]> member() {
        Map<String, Object> settings =
                kafka.consumerProperties(PollConfig.GROUP_ID, "broadsheet-ingest-feeds");
        settings.putIfAbsent(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        instance.ifPresent(
                name -> settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "feeds-" + name));
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
