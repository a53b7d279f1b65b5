package io.broadsheet.syndicate.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.syndicate.Articles;
import io.broadsheet.v1.ImageOutcome;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Which articles are wanted. */
class ArticleFilterTest {

    @Test
    void wordsOfOneKindAreAlternativesAndKindsMustAgree() {
        var article = Articles.article(1).build();

        assertThat(filter(Map.of()).takes(article)).isTrue();
        assertThat(filter(Map.of("source", List.of("x", "wire"))).takes(article)).isTrue();
        assertThat(filter(Map.of("section", List.of("NEWS"))).takes(article)).isTrue();
        assertThat(filter(Map.of("change", List.of("new"))).takes(article)).isTrue();
        assertThat(
                        filter(Map.of("source", List.of("wire"), "section", List.of("Sport")))
                                .takes(article))
                .isFalse();
    }

    @Test
    void aRangeOfLanguagesTakesWhatBeginsWithIt() {
        var chinese = Articles.article(1).setInLanguage("zh-Hans").build();

        assertThat(filter(Map.of("language", List.of("ZH"))).takes(chinese)).isTrue();
        assertThat(filter(Map.of("language", List.of("zh-hans"))).takes(chinese)).isTrue();
        assertThat(filter(Map.of("language", List.of("zh-Hant"))).takes(chinese)).isFalse();
        assertThat(filter(Map.of("language", List.of("zh-H"))).takes(chinese)).isFalse();
        assertThat(
                        filter(Map.of("language", List.of("zh")))
                                .takes(Articles.article(1).setInLanguage(null).build()))
                .isFalse();
    }

    @Test
    void oneImageOfTheOutcomeIsEnough() {
        var article =
                Articles.article(1)
                        .setImages(
                                List.of(
                                        Articles.image("a", ImageOutcome.UNUSABLE),
                                        Articles.image("b", ImageOutcome.USABLE)))
                        .build();

        assertThat(filter(Map.of("image", List.of("usable"))).takes(article)).isTrue();
        assertThat(filter(Map.of("image", List.of("refused"))).takes(article)).isFalse();
    }

    @Test
    void aRetractionPassesAllButItsSource() {
        var retraction = Articles.retraction(1);
        var narrow = Map.of("language", List.of("fr"), "change", List.of("new"));

        assertThat(filter(narrow).takes(retraction)).isTrue();
        assertThat(filter(Map.of("source", List.of("other"))).takes(retraction)).isFalse();
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> filter(Map.of("language", List.of("e"), "image", List.of("ok"))))
                .hasMessageContaining("language must be a tag of BCP 47")
                .hasMessageContaining("image must be one of unknown, usable,");
    }

    private static ArticleFilter filter(Map<String, List<String>> words) {
        return FilterWords.read(name -> words.getOrDefault(name, List.of()));
    }
}
