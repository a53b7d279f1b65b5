package io.broadsheet.schemas;

/**
 * Something about a topic that is not as declared. Never mended silently: what to do depends on
 * what is in the topic.
 *
 * @param topic name
 * @param setting {@code partitions}, {@code replication.factor} or a topic setting of Kafka
 * @param declared what {@link Topics} says
 * @param found what the broker says
 * @param advice what to do about it
 */
public record TopicDrift(
        String topic, String setting, String declared, String found, String advice) {

    /** One line for the operator. */
    @Override
    public String toString() {
        return topic + ": " + setting + " is " + found + ", declared " + declared + "; " + advice;
    }
}
