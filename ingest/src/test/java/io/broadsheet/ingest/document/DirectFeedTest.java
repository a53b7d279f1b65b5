package io.broadsheet.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.ingest.charset.Decoding;
import io.broadsheet.ingest.charset.TextDecoder;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.ingest.item.FeedItem;
import io.broadsheet.ingest.item.Parsed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A feed that is read from its bytes says the same as one that is decoded first. */
class DirectFeedTest {

    private static final String DECLARED = "<?xml version='1.0' encoding='utf-8'?>";
    private static final String ITEM =
            """
            <item><title> Storm &#8217;s &#146;
              end </title><link>/storm</link><category> Weather</category>
            <description>  Wind &amp; <![CDATA[<b>rain</b> <img src='a.jpg' alt=x>]]> 新闻 </description>
            <x:note xmlns:x="https://x.example/">one <x:b>two</x:b> three</x:note></item>
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel><link>https://www.example.org/</link>%s%1$s</channel></rss>",
                "<rss xml:base='https://b.example/'><channel>\r\n%s</channel></rss>",
                "<!-- é --><rss><channel><title> a\n b </title>%s</channel></rss>"
            })
    void bothWaysGiveTheSame(String feed) {
        byte[] bytes = (DECLARED + feed.formatted(ITEM)).getBytes(StandardCharsets.UTF_8);
        Document document = document(bytes);
        var decoded = (Decoding.Decoded) TextDecoder.decode(bytes);
        var settings = ReaderSettings.of(new SourceId("test"), "test");

        DocumentFormats.Direct direct = DocumentFormats.direct(document).orElseThrow();

        assertThat(direct.text().basis()).isEqualTo(decoded.basis());
        assertThat(told(direct.feed()))
                .isNotEmpty()
                .isEqualTo(told(DocumentFormats.parse(document, decoded.text(), settings)));
    }

    @Test
    void whatIsNotExactlyThatIsLeftToTheDecoder() {
        String feed = "<rss><channel>" + ITEM + "</channel></rss>";

        assertThat(DocumentFormats.direct(utf8(feed))).isEmpty();
        assertThat(DocumentFormats.direct(utf8(DECLARED.replace("utf-8", "gbk") + feed))).isEmpty();
        assertThat(DocumentFormats.direct(utf8(DECLARED + feed.replace("&amp;", "&")))).isEmpty();
        assertThat(
                        DocumentFormats.direct(
                                document((DECLARED + feed).getBytes(Charset.forName("GB18030")))))
                .isEmpty();
        assertThat(DocumentFormats.direct(utf8(DECLARED + "<html><p>x</p></html>"))).isEmpty();
    }

    private static Document utf8(String text) {
        return document(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Document document(byte[] bytes) {
        return new Document("file:///feed.xml", "feed.xml", bytes);
    }

    private static List<String> told(Parsed parsed) {
        return ((Parsed.Feed) parsed)
                .items().stream().map(item -> told(((FeedItem.Read) item).draft())).toList();
    }

    private static String told(Draft draft) {
        var article = draft.article();
        return String.join(
                "|",
                article.getTitle(),
                article.getLink(),
                String.valueOf(article.getSummary()),
                draft.body(),
                draft.categories().toString(),
                draft.images().toString(),
                draft.extensions().toString());
    }
}
