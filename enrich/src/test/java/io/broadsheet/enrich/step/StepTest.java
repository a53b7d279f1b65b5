package io.broadsheet.enrich.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.EnrichedArticle;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

/** The table of steps. */
class StepTest {

    @Test
    void everyFieldOfAStepIsOneOfTheContractAndOfNoOtherStep() {
        List<String> fields =
                Arrays.stream(Step.values()).flatMap(step -> step.fields().stream()).toList();

        assertThat(EnrichedArticle.getClassSchema().getFields())
                .extracting(Schema.Field::name)
                .containsAll(fields);
        assertThat(fields).doesNotHaveDuplicates();
    }

    @Test
    void aStepIsFoundByItsNameAndByWhatItFills() {
        assertThat(Step.named("dates")).contains(Step.DATES);
        assertThat(Step.named("about")).isEmpty();
        assertThat(Step.filling("datePublished")).contains(Step.DATES);
        assertThat(Step.filling("articleId")).isEmpty();
    }
}
