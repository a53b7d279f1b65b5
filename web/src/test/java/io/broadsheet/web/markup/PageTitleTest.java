package io.broadsheet.web.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Titles where they belong, in the body, and of drawings. */
class PageTitleTest {

    @ParameterizedTest
    @CsvSource({
        "'<head><title> A  storm </title></head><p>It blew.', A storm",
        "'It blew.<head><title>A storm</title></head>', A storm",
        "'<p>It blew.<svg><title>Menu</title></svg>', ''",
        "'x<svg><g><title>Menu</title></g></svg><title>A storm</title><title>B</title>', A storm",
        "'<title> </title><p>It blew.<title>A storm</title>', A storm",
        "'<p>It blew.', ''"
    })
    void itIsWhatBrowsersShow(String page, String title) {
        assertThat(PageTitle.of(Jsoup.parse(page))).isEqualTo(title);
    }
}
