package io.broadsheet.web.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which URLs have the form of a page for telephones. */
class PageVariantTest {

    private static final String PAGE = "https://www.example.org/a/storm.html";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://m.example.org/a/storm.html",
                "http://mobile.example.org/a/storm.html",
                "https://amp.example.org/a/storm.html",
                "https://example.org/amp/a/storm.html",
                "https://www.example.org/a/storm.html/amp/",
                "https://www.example.org/a/storm.amp.html",
                "https://www.example.org/a/amp-storm.html",
                "https://www.example.org/a/storm.html?amp",
                "https://www.example.org/a/storm.html?amp=1&utm_source=x",
                "https://www.example.org/a/storm.html?outputType=amp",
            })
    void suchAFormIsOfTheSamePage(String url) {
        assertThat(PageVariant.is(url)).isTrue();
        assertThat(PageVariant.isOfSamePage(url, PAGE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.example.org/a/storm.html",
                "https://example.org/camp/a",
                "https://m.example/",
                "https://example.org/a?amplitude=1",
                "https://ma.example.org/",
            })
    void othersAreNone(String url) {
        assertThat(PageVariant.is(url)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://m.example.org/a/storm.html, https://m.example.net/a/storm.html",
        "https://m.example.org/a/1, https://www.example.org/a/2",
        "https://m.example.org/a?id=1, https://www.example.org/a?id=2",
        "nonsense, nonsense",
    })
    void anotherPageIsAnother(String url, String other) {
        assertThat(PageVariant.isOfSamePage(url, other)).isFalse();
    }
}
