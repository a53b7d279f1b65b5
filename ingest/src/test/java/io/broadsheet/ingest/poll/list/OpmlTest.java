package io.broadsheet.ingest.poll.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Lists of feeds as readers write them. */
class OpmlTest {

    @Test
    void foldersAreLabelsFromTheOutsideIn() {
        Opml.Contents list =
                read(
                        """
                        <?xml version="1.0"?><opml version="2.0"><body>
                        <outline text="News"><outline title="World">
                          <outline text="A" type="rss" xmlUrl="https://a.example/rss"/>
                        </outline></outline>
                        <outline text="B" xmlUrl="https://b.example/atom" htmlUrl="https://b.example/"/>
                        </body></opml>
                        """);

        assertThat(list.problems()).isEmpty();
        assertThat(list.feeds())
                .containsExactly(
                        new ListedFeed(
                                "https://a.example/rss",
                                Optional.of("A"),
                                List.of("News", "World")),
                        new ListedFeed("https://b.example/atom", Optional.of("B"), List.of()));
    }

    @Test
    void dirtIsReadAsItIsMeant() {
        Opml.Contents list =
                read(
                        """
                        <opml><body>
                        <outline XMLURL=" https://a.example/rss?x=1&y=2 " TEXT="A &amp; B"/>
                        <outline xmlUrl="https://a.example/rss?x=1&amp;y=2"/>
                        <outline type="link" url="https://c.example/"/>
                        <outline type="rss" url="https://d.example/rss"/>
                        <outline xmlUrl="ftp://e.example/rss"/>
                        <outline xmlUrl="https://f.example/rss" text="cut off"
                        """);

        assertThat(list.feeds())
                .extracting(ListedFeed::url)
                .contains("https://a.example/rss?x=1&y=2", "https://d.example/rss")
                .doesNotContain("https://c.example/");
        // What is wrong with the list itself is no feed.
        assertThat(list.passedOver()).isEqualTo(2);
        assertThat(list.problems())
                .anyMatch(it -> it.startsWith("not well-formed") && it.contains("line 2, "))
                .anyMatch(it -> it.contains("more than once"))
                .anyMatch(it -> it.startsWith("ftp://e.example/rss"));
    }

    @Test
    void aWrongEncodingIsSeenThrough() {
        String text =
                "<?xml version=\"1.0\" encoding=\"utf-8\"?><opml><body><outline text=\"Žluťoučký"
                        + " kůň\" xmlUrl=\"https://a.example/\"/></body></opml>";

        Opml.Contents list = Opml.read(text.getBytes(Charset.forName("windows-1250")));

        assertThat(list.feeds()).extracting(ListedFeed::url).containsExactly("https://a.example/");
        assertThat(list.problems()).hasSize(1);
    }

    @Test
    void entitiesAreInertAndDepthIsNoDanger() {
        String deep = "<outline text='x'>".repeat(50_000);
        Opml.Contents list =
                read(
                        "<!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><opml><body>"
                                + "<outline text=\"&x;\" xmlUrl=\"https://a.example/\"/>"
                                + deep
                                + "</body></opml>");

        assertThat(list.feeds())
                .singleElement()
                .satisfies(feed -> assertThat(feed.title()).hasValue("&x;"));
    }

    @Test
    void whatIsNoListIsTold() {
        assertThat(read("<html><body>no</body></html>").problems())
                .singleElement()
                .asString()
                .startsWith("no OPML");
        assertThat(Opml.read(new byte[] {0, 1, 2}).problems()).isNotEmpty();
    }

    private static Opml.Contents read(String text) {
        return Opml.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
