package io.broadsheet.app.asyncapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.schemas.CloudEventHeaders;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;

import org.apache.avro.Schema;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Records as messages: Avro in Confluent's wire format, CloudEvents in the headers. */
final class Messages {

    static final String CONTENT_TYPE = "application/avro";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AVRO = "application/vnd.apache.avro;version=1.12.0";
    private static final String TRAIT = "cloudEvent";
    private static final String STRING = "string";
    private static final List<String> REQUIRED =
            List.of("ce_specversion", "ce_type", "ce_id", "ce_source", "ce_time", "ce_subject");
    private static final List<String> OPTIONAL =
            List.of(
                    "ce_partitionkey",
                    CloudEventHeaders.TRACEPARENT,
                    CloudEventHeaders.TRACESTATE,
                    CloudEventHeaders.BACKFILL_ID,
                    CloudEventHeaders.PIPELINE_VERSION,
                    CloudEventHeaders.REPLAY_COUNT,
                    CloudEventHeaders.REPLAY_OF);

    /** The records that are written with headers of a CloudEvent. */
    private static final Set<Class<?>> EVENTS =
            Arrays.stream(CloudEventHeaders.class.getMethods())
                    .filter(method -> Modifier.isStatic(method.getModifiers()))
                    .filter(method -> method.getName().equals("of"))
                    .<Class<?>>map(method -> method.getParameterTypes()[0])
                    .collect(Collectors.toUnmodifiableSet());

    private Messages() {}

    /** The name of the record, which several topics may share. */
    static String name(Topic<?> topic) {
        return topic.schema().getName();
    }

    static void components(ObjectNode components) {
        Map<String, Topic<?>> byName = new TreeMap<>();
        Topics.ALL.forEach(topic -> byName.putIfAbsent(name(topic), topic));
        ObjectNode messages = components.putObject("messages");
        byName.forEach((name, topic) -> message(messages.putObject(name), topic));
        ObjectNode schemas = components.putObject("schemas");
        byName.forEach((name, topic) -> schema(schemas.putObject(name), topic.schema()));
        trait(components.putObject("messageTraits").putObject(TRAIT));
    }

    private static void message(ObjectNode message, Topic<?> topic) {
        String name = name(topic);
        message.put("name", topic.schema().getFullName());
        message.put("description", String.valueOf(topic.schema().getDoc()));
        message.put("contentType", CONTENT_TYPE);
        message.putObject("payload").put("$ref", "#/components/schemas/" + name);
        if (EVENTS.contains(topic.type())) {
            message.putArray("traits")
                    .addObject()
                    .put("$ref", "#/components/messageTraits/" + TRAIT);
        }
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", STRING);
        kafka.put("schemaIdLocation", "payload");
        kafka.put("schemaIdPayloadEncoding", "confluent");
        kafka.put("schemaLookupStrategy", "TopicNameStrategy");
        kafka.put("bindingVersion", Channels.BINDING_VERSION);
    }

    private static void schema(ObjectNode component, Schema schema) {
        component.put("schemaFormat", AVRO);
        component.set("schema", tree(schema));
    }

    private static JsonNode tree(Schema schema) {
        try {
            return JSON.readTree(schema.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro wrote no JSON", e);
        }
    }

    private static void trait(ObjectNode trait) {
        ObjectNode headers = trait.putObject("headers");
        headers.put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        REQUIRED.forEach(name -> properties.putObject(name).put("type", STRING));
        OPTIONAL.forEach(name -> properties.putObject(name).put("type", STRING));
        var required = headers.putArray("required");
        REQUIRED.forEach(required::add);
    }
}
