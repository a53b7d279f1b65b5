package io.broadsheet.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.schemas.json.AvroJson;
import io.broadsheet.v1.EnrichedArticle;

import org.junit.jupiter.api.Test;

/** What Avro 1.12.2 forbids unless it is told to trust our classes. */
class BuilderCopyTest {

    @Test
    void aBuilderCopiesARecordWithItsNestedRecords() {
        var article =
                (EnrichedArticle) new RandomRecords(1).specific(EnrichedArticle.getClassSchema());
        var copy = EnrichedArticle.newBuilder(article).build();
        assertThat(AvroJson.write(copy)).isEqualTo(AvroJson.write(article));
    }
}
