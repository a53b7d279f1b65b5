package io.broadsheet.syndicate.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import io.broadsheet.v1.Basis;
import io.broadsheet.v1.DateCertainty;
import io.broadsheet.v1.PubStatus;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A ninjs item: by the schema of the standard as far as we write it, and without a guess. */
class NinjsFormTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void itIsValid() throws IOException {
        for (var article : List.of(Articles.full().build(), Articles.bare().build())) {
            String text = new NinjsForm().write(article);
            assertThat(faults(text)).as(text).isEmpty();
        }
    }

    @Test
    void theSchemaWouldFindMistakes() throws IOException {
        String text = new NinjsForm().write(Articles.full().build());
        assertThat(faults(text.replace("\"headlines\"", "\"headline\""))).isNotEmpty();
        assertThat(faults(text.replace("\"usable\"", "\"fine\""))).isNotEmpty();
        assertThat(faults(text.replace("\"wordCount\":4", "\"wordCount\":\"4\""))).isNotEmpty();
        assertThat(faults(text.replace("2026-03-01T12:00:00Z", "yesterday"))).isNotEmpty();
    }

    @Test
    void itSaysWhatIsKnownAndWhoseWordItIs() throws IOException {
        JsonNode item = JSON.readTree(new NinjsForm().write(Articles.full().build()));
        assertThat(item.path("uri").asText()).startsWith("urn:news:0123");
        assertThat(item.path("people")).hasSize(1);
        assertThat(item.path("organisations")).as("only inferred").isEmpty();
        assertThat(item.path("by").asText()).isEqualTo("Ada Ink, Wire Desk");
        assertThat(item.path("associations")).hasSize(1);
        assertThat(item.at("/subjects/1/creator").isMissingNode()).isTrue();

        JsonNode extracted =
                JSON.readTree(
                        new NinjsForm()
                                .write(
                                        Articles.full()
                                                .setKeywordsBasis(Basis.EXTRACTED)
                                                .setPubStatus(PubStatus.CANCELED)
                                                .build()));
        assertThat(extracted.at("/subjects/1/creator").asText()).isEqualTo("broadsheet");
        assertThat(extracted.path("pubStatus").asText()).isEqualTo("canceled");

        List<String> names = new ArrayList<>();
        JSON.readTree(new NinjsForm().write(Articles.bare().build()))
                .fieldNames()
                .forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "uri", "standard", "type", "version", "firstCreated", "versionCreated");
    }

    @Test
    void aDayIsNoTimeAndTheBeginningOfTheBodyNoSummary() throws IOException {
        JsonNode item =
                JSON.readTree(
                        new NinjsForm()
                                .write(
                                        Articles.full()
                                                .setDatePublishedCertainty(DateCertainty.DATE_ONLY)
                                                .setDescriptionBasis(Basis.FALLBACK)
                                                .build()));
        assertThat(item.path("contentCreated").isMissingNode()).isTrue();
        assertThat(item.path("descriptions").isMissingNode()).isTrue();
    }

    private static List<?> faults(String text) throws IOException {
        try (var file = NinjsFormTest.class.getResourceAsStream("/ninjs-3.0-written-by-us.json")) {
            Schema schema =
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(Objects.requireNonNull(file), InputFormat.JSON);
            return schema.validate(
                    text,
                    InputFormat.JSON,
                    context ->
                            context.executionConfig(
                                    config -> config.formatAssertionsEnabled(true)));
        }
    }
}
