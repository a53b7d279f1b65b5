package io.broadsheet.syndicate.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.broadsheet.v1.Basis;
import io.broadsheet.v1.DateCertainty;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.PubStatus;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** A NewsArticle: by schema.org's vocabulary, safe in a page, and without a guess. */
class JsonLdFormTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyPropertyHasAValueThatSchemaOrgExpects() throws Exception {
        assertThat(Vocabulary.faults(written(Articles.full().build()))).isEmpty();
        assertThat(Vocabulary.faults(written(Articles.bare().build()))).isEmpty();
    }

    @Test
    void theVocabularyWouldFindMistakes() throws Exception {
        String text = new JsonLdForm().write(Articles.full().build());
        assertThat(Vocabulary.faults(JSON.readTree(text.replace("\"headline\"", "\"headLine\""))))
                .containsExactly("NewsArticle.headLine is unknown");
        assertThat(Vocabulary.faults(JSON.readTree(text.replace("\"PT1M\"", "\"1 minute\""))))
                .containsExactly("NewsArticle.timeRequired = \"1 minute\"");
        assertThat(Vocabulary.faults(JSON.readTree(text.replace("Person", "ImageObject"))))
                .isNotEmpty();
    }

    @Test
    void itSaysWhatIsKnownAndNothingElse() throws Exception {
        JsonNode full = written(Articles.full().build());
        assertThat(full.path("headline").asText()).contains("</script>");
        assertThat(full.path("url").asText()).isEqualTo("https://paper.example/1?a=b&c=d");
        assertThat(full.path("datePublished").asText()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(full.path("keywords")).hasSize(2);
        assertThat(full.path("image")).hasSize(1);
        assertThat(full.at("/author/0/@type").asText()).isEqualTo("Person");
        assertThat(full.path("author").get(1).has("@type")).as("only inferred").isFalse();
        List<String> names = new ArrayList<>();
        written(Articles.bare().build()).fieldNames().forEachRemaining(names::add);
        assertThat(names).containsExactly("@context", "@type", "identifier", "version");
    }

    @Test
    void guessesAreNotClaimed() throws Exception {
        JsonNode guessed =
                written(
                        Articles.full()
                                .setKeywordsBasis(Basis.EXTRACTED)
                                .setDescriptionBasis(Basis.INFERRED)
                                .setDatePublishedCertainty(DateCertainty.FIRST_SEEN_ONLY)
                                .build());
        assertThat(guessed.has("keywords")).isFalse();
        assertThat(guessed.has("description")).isFalse();
        assertThat(guessed.has("datePublished")).isFalse();
        JsonNode day =
                written(
                        Articles.full()
                                .setDatePublishedCertainty(DateCertainty.DATE_ONLY)
                                .setPubStatus(PubStatus.CANCELED)
                                .build());
        assertThat(day.path("datePublished").asText()).isEqualTo("2026-03-01");
        assertThat(day.path("creativeWorkStatus").asText()).isEqualTo("Canceled");
    }

    @Test
    void itMayStandInAScriptElement() {
        String text = new JsonLdForm().write(Articles.full().build());
        assertThat(text)
                .doesNotContain("<")
                .doesNotContain(">")
                .doesNotContain("&")
                .doesNotContain("\u2028")
                .doesNotContain("\n");
    }

    private static JsonNode written(EnrichedArticle article) throws JsonProcessingException {
        return JSON.readTree(new JsonLdForm().write(article));
    }
}
