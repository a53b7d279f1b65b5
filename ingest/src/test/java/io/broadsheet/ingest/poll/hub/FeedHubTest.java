package io.broadsheet.ingest.poll.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.ingest.feed.FeedHead;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Which hub a feed names, and as what it is known there. */
class FeedHubTest {

    private static final String URL = "https://site.example/feed";
    private static final String BASE = "https://site.example/dir/feed";

    @Test
    void headersComeBeforeTheFeed() {
        List<String> links =
                List.of("<https://a.example/hub>; rel=\"hub\", </self>; rel=\"self alternate\"");

        assertThat(hub(links, head("https://b.example/hub", "https://site.example/b")))
                .hasValue(new FeedHub("https://a.example/hub", "https://site.example/self"));
    }

    @Test
    void theFeedItselfIsNext() {
        assertThat(hub(List.of(), head("https://b.example/hub", "https://site.example/b")))
                .hasValue(new FeedHub("https://b.example/hub", "https://site.example/b"));
        assertThat(hub(List.of(), head("https://b.example/hub", null)))
                .hasValue(new FeedHub("https://b.example/hub", URL));
        assertThat(hub(List.of("<x>; rel=self"), head(null, null))).isEmpty();
    }

    @Test
    void aHubWithTlsIsPreferred() {
        List<String> links =
                List.of("<http://a.example/>; rel=hub", "<https://b.example/>; rel=HUB");

        assertThat(hub(links, head(null, null)).orElseThrow().hub())
                .isEqualTo("https://b.example/");
    }

    @Test
    void linksAreReadByTheirGrammar() {
        LinkHeader links =
                LinkHeader.read(
                        List.of(
                                "<a,b>; title=\"x, <c>; rel=hub\"; rel=\"next  hub\" , <d>;rel=hub;rel=self,"
                                        + "<e>; anchor=\"/other\"; rel=hub, <f> ; REL = hub; media",
                                "nonsense; rel=hub, <g>; rel=\"a\\\"hub\"",
                                "<ftp://h/>; rel=hub"));

        assertThat(links.targets("hub", BASE))
                .containsExactly(
                        "https://site.example/dir/a,b",
                        "https://site.example/dir/d",
                        "https://site.example/dir/f");
        assertThat(links.targets("self", BASE)).isEmpty();
    }

    @Test
    void anEndlessHeaderIsReadInTime() {
        String many = "<x>; a=\"".repeat(4_000);

        assertThat(LinkHeader.read(List.of(many, "<".repeat(30_000))).targets("hub", BASE))
                .isEmpty();
    }

    private static Optional<FeedHub> hub(List<String> links, FeedHead head) {
        return FeedHub.of(links, BASE, head, URL);
    }

    private static FeedHead head(@Nullable String hub, @Nullable String self) {
        return new FeedHead(
                null,
                null,
                self,
                hub == null ? List.of() : List.of(hub),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false);
    }
}
