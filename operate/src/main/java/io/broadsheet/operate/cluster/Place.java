package io.broadsheet.operate.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.v1.RecordRef;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where a record lies. */
public record Place(String topic, int partition, long offset) implements Comparable<Place> {

    /** Of a record that was read. */
    public static Place of(ConsumerRecord<?, ?> record) {
        return new Place(record.topic(), record.partition(), record.offset());
    }

    /** As the contract writes it. */
    public static Place of(RecordRef ref) {
        return new Place(ref.getTopic(), ref.getPartition(), ref.getOffset());
    }

    /** As the contract writes it. */
    public RecordRef ref() {
        return new RecordRef(topic, partition, offset);
    }

    /** The partition alone. */
    public TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    /** Adds the fields {@code topic}, {@code partition}, {@code offset}. */
    public void putInto(ObjectNode object) {
        object.put("topic", topic).put("partition", partition).put("offset", offset);
    }

    @Override
    public int compareTo(Place other) {
        int byTopic = topic.compareTo(other.topic);
        int byPartition = Integer.compare(partition, other.partition);
        return byTopic != 0
                ? byTopic
                : byPartition != 0 ? byPartition : Long.compare(offset, other.offset);
    }

    /** {@code topic/partition/offset}. */
    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }
}
