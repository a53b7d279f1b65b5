package io.broadsheet.operate.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What people call an article. */
class SoughtTest {

    @Test
    void aFileIsFoundByItsNameItsPathAndItsUrl() {
        String url = "file:///posts/2026/a%20b.md";

        assertThat(new Sought("a b.md").matches(url)).isTrue();
        assertThat(new Sought("./2026/a b.md").matches(url)).isTrue();
        assertThat(new Sought("/posts/2026/a b.md").matches(url)).isTrue();
        assertThat(new Sought(url).matches(url)).isTrue();
        assertThat(new Sought("b.md").matches(url)).isFalse();
    }

    @Test
    void aPageIsFoundByAnySpellingOfItsUrl() {
        String url = "https://Example.org:443/one?utm_source=x#top";

        assertThat(new Sought("https://example.org/one").matches(url)).isTrue();
        assertThat(new Sought("https://example.org/two").matches(url)).isFalse();
    }

    @Test
    void textThatIsNoUrlMatchesNoUrlByAccident() {
        assertThat(new Sought("no url at all").matches("nor this")).isFalse();
    }
}
