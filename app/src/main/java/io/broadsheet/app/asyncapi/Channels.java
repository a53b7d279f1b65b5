package io.broadsheet.app.asyncapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.TopicLayout;
import io.broadsheet.schemas.TopicProfile;

import java.util.Map;
import java.util.TreeMap;

/** Topics as channels, with Kafka's binding. */
final class Channels {

    /** Of AsyncAPI's bindings for Kafka, as the standard 3.0.0 knows them. */
    static final String BINDING_VERSION = "0.5.0";

    private static final String CLEANUP = "cleanup.policy";
    private static final String PREFIX = "news.";

    private Channels() {}

    static void add(ObjectNode channels, Topic<?> topic) {
        ObjectNode channel = channels.putObject(id(topic.name()));
        channel.put("address", topic.name());
        channel.put("description", "Key: " + topic.key() + ".");
        String message = Messages.name(topic);
        channel.putObject("messages")
                .putObject(message)
                .put("$ref", "#/components/messages/" + message);
        binding(channel.putObject("bindings").putObject("kafka"), topic.layout());
    }

    /** Letters and digits alone: dots and dashes are not welcome in ids. */
    static String id(String topic) {
        var id = new StringBuilder();
        boolean begins = false;
        for (char c : topic.substring(PREFIX.length()).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                id.append(begins ? Character.toUpperCase(c) : c);
                begins = false;
            } else {
                begins = true;
            }
        }
        return id.toString();
    }

    /** As a production cluster has it. */
    private static void binding(ObjectNode kafka, TopicLayout layout) {
        kafka.put("partitions", layout.partitions());
        kafka.put("replicas", TopicProfile.PROD.replicationFactor());
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        Map<String, String> sorted = new TreeMap<>(layout.config());
        sorted.forEach((key, value) -> {
            if (key.equals(CLEANUP)) {
                ArrayNode policies = configuration.putArray(key);
                for (String policy : value.split(",", -1)) {
                    policies.add(policy);
                }
            } else if (value.matches("\\d+")) {
                configuration.put(key, Long.parseLong(value));
            } else {
                configuration.put(key, value);
            }
        });
        kafka.put("bindingVersion", BINDING_VERSION);
    }
}
