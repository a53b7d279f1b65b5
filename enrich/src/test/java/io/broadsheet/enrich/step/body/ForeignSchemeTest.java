package io.broadsheet.enrich.step.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are told from those that a list may allow, and which are not. */
class ForeignSchemeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " JavaScript:alert(1)",
                "java\tscript\n:alert(1)",
                "\u0001javascript:alert(1)",
                "data:image/png;base64,AAAA",
                "tel:+4912345",
                "web+app:x",
                "File:A.png"
            })
    void noListAllowsIt(String address) {
        assertThat(ForeignScheme.begins(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/",
                "HTTP:a",
                "mailto:a@a.example",
                "//a.example/b:c",
                "/a:b",
                "a/b:c",
                "?a:b",
                "#a:b",
                "a b:c",
                ":a",
                "a",
                ""
            })
    void itIsLeftToTheList(String address) {
        assertThat(ForeignScheme.begins(address)).isFalse();
    }
}
