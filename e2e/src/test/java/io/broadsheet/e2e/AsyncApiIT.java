package io.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The document about our topics is AsyncAPI 3.0, by the JSON Schema that its makers publish. */
class AsyncApiIT {

    private static final Path DOCUMENT = Path.of("..", "docs", "asyncapi.json");
    private static final Path SPECIFICATION = Path.of("@asyncapi/specs/schemas/3.0.0.json");

    @Test
    void theDocumentIsValid() throws Exception {
        String document = Files.readString(DOCUMENT);
        assertThat(standard().validate(document, InputFormat.JSON)).isEmpty();
    }

    @Test
    void theStandardWouldFindMistakes() throws Exception {
        String document = Files.readString(DOCUMENT);
        Schema standard = standard();
        assertThat(standard.validate(document.replace("\"send\"", "\"shout\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(
                        standard.validate(
                                document.replace("\"address\"", "\"adress\""), InputFormat.JSON))
                .isNotEmpty();
    }

    private static Schema standard() throws IOException, InterruptedException {
        Path file = NodeProject.installed().module(SPECIFICATION);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(file), InputFormat.JSON);
    }
}
