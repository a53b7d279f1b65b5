package io.broadsheet.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.broadsheet.schemas.RandomRecords;
import io.broadsheet.schemas.Samples;
import io.broadsheet.v1.ArticleOutcome;
import io.broadsheet.v1.OutcomeKind;

import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** The way back from JSON: what was written, and what other versions wrote. */
class AvroJsonReaderTest {

    private static final String OUTCOME = AvroJson.write(Samples.outcome().build());

    static Stream<Schema> records() {
        return RandomRecords.schemas();
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatWasWrittenSaysTheSameOnceItWasRead(Schema schema) {
        var random = new RandomRecords(17);
        for (int i = 0; i < 100; i++) {
            IndexedRecord record = random.specific(schema);
            String text = AvroJson.write(record);
            Class<? extends SpecificRecord> type =
                    record.getClass().asSubclass(SpecificRecord.class);
            assertThat(AvroJson.write(AvroJsonReader.read(type, text))).isEqualTo(text);
        }
    }

    @Test
    void fieldsOfOtherVersionsAreNoObstacle() {
        String older = OUTCOME.replace("\"kind\":\"ENRICHED\",", "");
        String newer = OUTCOME.replace("\"ENRICHED\"", "\"TRANSLATED\"").replace("{", "{\"n\":1,");
        assertThat(AvroJsonReader.read(ArticleOutcome.class, older).getKind())
                .isEqualTo(OutcomeKind.UNKNOWN);
        assertThat(AvroJsonReader.read(ArticleOutcome.class, newer).getKind())
                .isEqualTo(OutcomeKind.UNKNOWN);
    }

    @Test
    void whatDoesNotFitIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AvroJsonReader.read(ArticleOutcome.class, "{}"))
                .withMessage("articleId: missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        AvroJsonReader.read(
                                ArticleOutcome.class,
                                OUTCOME.replaceAll("\"rawRef\":\\{[^}]*}", "\"rawRef\":3")))
                .withMessageContaining("rawRef: no RecordRef but NUMBER");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AvroJsonReader.read(ArticleOutcome.class, "{"))
                .withMessageStartingWith("no JSON");
    }
}
