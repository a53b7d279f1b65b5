package io.broadsheet.app.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The document says what the contract says. AsyncApiIT in e2e holds it to its standard. */
class AsyncApiDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theFileIsWhatTheContractDeclares() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "asyncapi.json")))
                .as("write it with: ./broadsheet asyncapi > docs/asyncapi.json")
                .isEqualTo(AsyncApiDocument.json());
    }

    @Test
    void everyTopicIsAChannelWithItsKeyItsLayoutAndItsSchema() throws IOException {
        JsonNode document = JSON.readTree(AsyncApiDocument.json());
        assertThat(document.path("channels")).hasSize(Topics.ALL.size());
        for (Topic<?> topic : Topics.ALL) {
            JsonNode channel = document.path("channels").path(Channels.id(topic.name()));
            assertThat(channel.path("address").asText()).isEqualTo(topic.name());
            assertThat(channel.path("description").asText()).contains(topic.key());
            assertThat(channel.at("/bindings/kafka/partitions").asInt())
                    .isEqualTo(topic.layout().partitions());
            JsonNode message = referred(document, channel.path("messages").elements().next());
            JsonNode payload = referred(document, message.path("payload"));
            assertThat(new Schema.Parser().parse(payload.path("schema").toString()))
                    .isEqualTo(topic.schema());
            assertThat(message.at("/bindings/kafka/key/type").asText()).isEqualTo("string");
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        JsonNode document = JSON.readTree(AsyncApiDocument.json());
        List<JsonNode> references = document.findValues("$ref");
        assertThat(references).hasSizeGreaterThan(Topics.ALL.size());
        references.forEach(reference ->
                assertThat(document.at(reference.asText().substring(1)).isMissingNode())
                        .as(reference.asText())
                        .isFalse());
    }

    @Test
    void whoReadsSaysInWhichGroup() throws IOException {
        JsonNode operations = JSON.readTree(AsyncApiDocument.json()).path("operations");
        JsonNode reading = operations.path("receive.enrich.articlesRawV1");
        assertThat(reading.at("/bindings/kafka/groupId/enum/0").asText())
                .isEqualTo("broadsheet-enrich");
        assertThat(
                        operations
                                .at("/receive.syndicate.articlesEnrichedV1/bindings/kafka/groupId")
                                .path("pattern")
                                .asText())
                .isEqualTo("^(broadsheet-webhook-.+)$");
        List<String> writers = new ArrayList<>();
        operations
                .fieldNames()
                .forEachRemaining(id -> {
                    if (id.endsWith(".articlesEnrichedV1") && id.startsWith("send.")) {
                        writers.add(id);
                    }
                });
        assertThat(writers).containsExactly("send.enrich.articlesEnrichedV1");
    }

    private static JsonNode referred(JsonNode document, JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }
}
