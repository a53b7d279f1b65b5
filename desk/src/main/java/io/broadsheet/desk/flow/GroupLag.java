package io.broadsheet.desk.flow;

/**
 * How far a group is behind on one topic.
 *
 * @param group who reads
 * @param state of the group, as Kafka calls it
 * @param topic what it reads
 * @param records unread at most
 * @param seconds since the oldest unread record was made; 0 if all is read
 */
public record GroupLag(String group, String state, String topic, long records, long seconds) {}
