package io.broadsheet.ingest.poll.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.ingest.poll.list.ListedFeed.Ours;
import io.broadsheet.v1.IdentityBasis;

import org.junit.jupiter.api.Test;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
                                List.of("News", "World"),
                                Ours.NONE),
                        new ListedFeed(
                                "https://b.example/atom", Optional.of("B"), List.of(), Ours.NONE));
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
    void whatWeWriteIsReadBackAsItWas() {
        List<ListedFeed> feeds =
                List.of(
                        new ListedFeed(
                                "https://a.example/rss?x=1&y=2",
                                Optional.of("A <\"A\"> & 'B' 雨 \uD83C\uDF27"),
                                List.of("News & more", "World"),
                                new Ours(SourceId.of("harbour"), true, IdentityBasis.GUID)),
                        new ListedFeed(
                                "https://b.example/atom",
                                Optional.empty(),
                                List.of("News & more"),
                                new Ours(SourceId.of("coast"), false, IdentityBasis.UNKNOWN)),
                        new ListedFeed(
                                "https://c.example/", Optional.of("C"), List.of(), Ours.NONE));

        String document = OpmlDocument.write(feeds, Instant.parse("2026-03-13T09:42:07Z"));
        Opml.Contents strictly = read(document);
        Opml.Contents edited = read(document.replace("</body>", "& </body>"));

        assertThat(strictly.problems()).isEmpty();
        assertThat(strictly.feeds()).containsExactlyElementsOf(feeds);
        assertThat(edited.problems()).hasSize(1);
        assertThat(edited.feeds()).containsExactlyElementsOf(feeds);
    }

    @Test
    void otherReadersFindWhatOpmlWantsOfAList() {
        var feed =
                new ListedFeed(
                        "https://a.example/atom",
                        Optional.of("Two\nlines\u0001"),
                        List.of("News"),
                        new Ours(SourceId.of("harbour"), false, IdentityBasis.UNKNOWN));

        assertThat(OpmlDocument.write(List.of(feed), Instant.parse("2026-03-13T09:42:07Z")))
                .isEqualTo(
                        """
                        <?xml version="1.0" encoding="utf-8"?>
                        <opml version="2.0" xmlns:broadsheet="urn:broadsheet:feeds">
                          <head>
                            <title>Feeds of Broadsheet</title>
                            <dateCreated>Fri, 13 Mar 2026 09:42:07 GMT</dateCreated>
                          </head>
                          <body>
                            <outline text="News">
                              <outline type="rss" text="Two lines\uFFFD" title="Two lines\uFFFD" \
                        xmlUrl="https://a.example/atom" broadsheet:sourceId="harbour"/>
                            </outline>
                          </body>
                        </opml>
                        """);
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
