package io.broadsheet.ingest.publish;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.IsolationLevel;

/** Makes the Kafka clients of ingest. */
public interface KafkaClients {

    /** A producer that fences every earlier one of the same id, once it begins. */
    Producer<byte[], byte[]> producer(String transactionalId);

    /** A consumer without a group. */
    Consumer<byte[], byte[]> consumer(IsolationLevel isolation);
}
