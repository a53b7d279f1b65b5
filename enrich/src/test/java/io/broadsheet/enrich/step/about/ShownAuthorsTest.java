package io.broadsheet.enrich.step.about;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.Source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** Names in the bylines that pages show. */
class ShownAuthorsTest {

    static {
        ContractClasses.trust();
    }

    private static final Source GULL =
            Source.newBuilder().setSourceId("gull").setName("Daily Gull").build();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "By Ann Example;Ann Example",
                "ByAnn Example;Ann Example",
                "Von Ann Example am 4. Mai 2024;Ann Example",
                "Text: Ann Example;Ann Example",
                "Ann Example (Port);Ann Example",
                "Ann Example | 4 May;Ann Example",
                "Ann Example, May 4, 2024;Ann Example",
                "By Ann Example and Ben Muster;Ann Example, Ben Muster",
                "记者：张三;张三",
            })
    void aNameIsWhatIsLeftOfAByline(String byline, String names) {
        assertThat(ShownAuthors.in(List.of(byline)))
                .extracting(Agent::getName)
                .containsExactly(names.split(", ", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4 May 2024", "Posted on Monday", "Share", "by the numbers", "?"})
    void whatNamesNobodyIsNoByline(String byline) {
        assertThat(ShownAuthors.in(List.of(byline))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"@gull", "https://gull.example/ann", "Daily Gull", "admin", "ann.example"})
    void whoDeclaresNoNameIsNotBelievedOverTheByline(String declared) {
        Byline byline = Byline.of(List.of(named(declared)), List.of("By Ann Example"), GULL);

        assertThat(byline.authors()).extracting(Agent::getName).containsExactly("Ann Example");
        assertThat(byline.authors()).extracting(Agent::getBasis).containsExactly(Basis.EXTRACTED);
    }

    @Test
    void aDeclaredNameIsBelieved() {
        Byline byline =
                Byline.of(List.of(named("Ben Muster @ben")), List.of("By Ann Example"), GULL);

        assertThat(byline.authors()).extracting(Agent::getName).containsExactly("Ben Muster");
    }

    private static Agent named(String name) {
        return Agent.newBuilder().setName(name).setBasis(Basis.DECLARED).build();
    }
}
