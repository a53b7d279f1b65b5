package io.broadsheet.enrich.step.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Set;

/** The list of languages as an operator writes it. */
class LanguagesTest {

    @Test
    void codesAreReadWhateverTheirSpacesAndCase() {
        assertThat(Languages.parse(" en, ZH ,sr"))
                .contains(new Languages(Set.of("en", "zh", "sr")));
    }

    @Test
    void allMeansEveryOneThatCanBeTold() {
        assertThat(Languages.parse("all")).contains(Languages.all());
        assertThat(Languages.known().split(",")).hasSize(Languages.all().codes().size());
    }

    @Test
    void aLanguageThatCannotBeToldIsNoRightValue() {
        for (String wrong : new String[] {"", "en,xx", "en,,de", "zh-Hans"}) {
            assertThat(Languages.parse(wrong)).as(wrong).isEmpty();
        }
        assertThatThrownBy(() -> new Languages(Set.of("xx")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
