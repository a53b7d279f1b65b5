package io.broadsheet.ingest.poll.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Set;

/** Feeds without a name get one that is free. */
class SourceNamesTest {

    @Test
    void theHostIsTheNameWhileItIsFree() {
        assertThat(SourceNames.propose("https://www.a.example/rss", Set.of()).value())
                .isEqualTo("a.example");
        assertThat(SourceNames.propose("https://a.example/rss?x=1", Set.of("a.example")).value())
                .isEqualTo("a.example-rss-x-1");
        assertThat(
                        SourceNames.propose(
                                        "https://a.example/rss",
                                        Set.of("a.example", "a.example-rss"))
                                .value())
                .isEqualTo("a.example-rss-2");
        assertThat(SourceNames.propose("http://[::1]/" + "x".repeat(500), Set.of("1")).value())
                .hasSizeLessThanOrEqualTo(100);
    }
}
