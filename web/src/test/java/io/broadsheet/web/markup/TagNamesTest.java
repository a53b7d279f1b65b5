package io.broadsheet.web.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tag that a parser sees is never overlooked. */
class TagNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<base href='a'>",
                "<BASE/href=a>",
                "<p>1 < 2 <base",
                "<p><base\nhref=a>",
                "<<base>",
            })
    void whatAParserSeesOccurs(String markup) {
        assertThat(TagNames.occurs(markup, "base")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<", "base", "<basement>", "< base>", "</base>", "<p>One</p>"})
    void whatNoParserSeesDoesNot(String markup) {
        assertThat(Jsoup.parse(markup).selectFirst("base")).isNull();
        assertThat(TagNames.occurs(markup, "base")).isFalse();
    }
}
