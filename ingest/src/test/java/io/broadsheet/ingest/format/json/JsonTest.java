package io.broadsheet.ingest.format.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;

import org.junit.jupiter.api.Test;

/** What is told of text that is no JSON. */
class JsonTest {

    @Test
    void whereSomethingBeganThatIsNotClosedIsToldWithoutTheLibrarysOwnWords() {
        String message = messageOf("{\"a\": 1,\n \"b\": {\"c\": 2");

        assertThat(message)
                .startsWith("PARSE_JSON: 2:")
                .endsWith(" (begun at 2:7)")
                .doesNotContain("REDACTED", "Source");
    }

    private static String messageOf(String text) {
        return Json.rejection(
                        catchThrowableOfType(JsonProcessingException.class, () -> Json.value(text)))
                .message();
    }
}
