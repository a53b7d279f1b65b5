package io.broadsheet.schemas;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic of the contract. Its keys are plain UTF-8 strings, its values Avro records in Confluent's
 * wire format.
 *
 * @param name full name on the broker, version last
 * @param key what its keys are: the name of a field of its records, or words
 * @param type the generated class of its values
 * @param schema the schema of its values
 * @param layout how it is laid out on the broker
 * @param <V> the type of its values
 */
public record Topic<V extends SpecificRecord>(
        String name, String key, Class<V> type, Schema schema, TopicLayout layout) {

    /** The registry subject of the values, by Confluent's TopicNameStrategy. */
    public String subject() {
        return name + "-value";
    }
}
