package io.broadsheet.app.asyncapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;

/**
 * {@code docs/asyncapi.json}: an AsyncAPI 3.0 document with every topic as a channel, its record as
 * a message in Avro, and who of Broadsheet writes and reads it as operations. It stands alone: the
 * schemas are in it.
 */
public final class AsyncApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ABOUT =
            "Articles on Kafka: what sources said, what was made of it, and what is known about"
                    + " images. Subscribers read news.articles.enriched.v1, which holds the latest"
                    + " version of each article, or news.articles.revisions.v1, which holds all of"
                    + " them; a null value is a retraction. The other topics are how Broadsheet"
                    + " works, and open to all who want to watch it.";

    private AsyncApiDocument() {}

    /** The document as indented JSON, with a line feed at its end. */
    public static String json() {
        ObjectNode document = JSON.createObjectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Broadsheet")
                .put("version", "1.0.0")
                .put("description", ABOUT)
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        document.put("defaultContentType", Messages.CONTENT_TYPE);
        servers(document.putObject("servers"));
        ObjectNode channels = document.putObject("channels");
        for (Topic<?> topic : Topics.ALL) {
            Channels.add(channels, topic);
        }
        Operations.addAll(document.putObject("operations"));
        Messages.components(document.putObject("components"));
        return text(document);
    }

    /** Where {@code ./broadsheet up} listens. */
    private static void servers(ObjectNode servers) {
        ObjectNode up = servers.putObject("up");
        up.put("host", "localhost:9092")
                .put("protocol", "kafka")
                .put("description", "What `./broadsheet up` serves; yours has another address.");
        up.putObject("bindings")
                .putObject("kafka")
                .put("schemaRegistryUrl", "http://localhost:8081")
                .put("schemaRegistryVendor", "confluent")
                .put("bindingVersion", Channels.BINDING_VERSION);
    }

    private static String text(ObjectNode document) {
        var lines = new DefaultPrettyPrinter();
        lines.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        lines.indentArraysWith(new DefaultIndenter("  ", "\n"));
        try {
            return JSON.writer(lines).writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }
}
