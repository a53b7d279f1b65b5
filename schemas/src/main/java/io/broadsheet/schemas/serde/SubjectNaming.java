package io.broadsheet.schemas.serde;

import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** How a subject is named, by Confluent's strategies. */
public enum SubjectNaming {
    /** {@code <topic>-value}: one record type for each topic; the contract's own. */
    TOPIC("TopicNameStrategy"),
    /** The full name of the record. */
    RECORD("RecordNameStrategy"),
    /** {@code <topic>-<full name>}. */
    TOPIC_RECORD("TopicRecordNameStrategy");

    private final String strategy;

    SubjectNaming(String strategy) {
        this.strategy = strategy;
    }

    /** The subject of a record with this full name on this topic. */
    String subject(String topic, boolean isKey, String recordName) {
        return switch (this) {
            case TOPIC -> topic + (isKey ? "-key" : "-value");
            case RECORD -> recordName;
            case TOPIC_RECORD -> topic + "-" + recordName;
        };
    }

    /**
     * From a class, or its name with or without package; absent means {@link #TOPIC}.
     *
     * @throws ConfigException if it is none of the three
     */
    static SubjectNaming from(String key, @Nullable Object value) {
        if (value == null) {
            return TOPIC;
        }
        String name = value instanceof Class<?> type ? type.getName() : value.toString().strip();
        String simple = name.substring(name.lastIndexOf('.') + 1);
        for (SubjectNaming naming : values()) {
            if (naming.strategy.equals(simple)) {
                return naming;
            }
        }
        throw new ConfigException(
                key,
                name,
                "must be TopicNameStrategy, RecordNameStrategy or TopicRecordNameStrategy");
    }
}
