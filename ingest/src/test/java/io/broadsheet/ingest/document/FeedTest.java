package io.broadsheet.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.IdentityBasis;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawArticle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Feeds as articles: which are one, which are many, and what mistakes cost. */
class FeedTest {

    @Test
    void anItemKnowsItsPlaceAndHowItsFeedWasFetched() {
        var http =
                new HttpFacts(
                        "https://news.example/moved.xml",
                        200,
                        "application/rss+xml; charset=\"utf-8\"",
                        "\"e1\"",
                        "Tue, 03 Nov 2026 10:00:00 GMT");
        byte[] bytes =
                rss(item("a", "1", "A") + item("b", "2", "B")).getBytes(StandardCharsets.UTF_8);

        var reading =
                Readers.reader().parse(Document.fetched("https://news.example/f", bytes, http));

        var fetch = ((Reading.Articles) reading).articles().get(1).getFetch();
        assertThat(fetch.getItemIndex()).isEqualTo(1);
        assertThat(fetch.getRequestUrl()).isEqualTo("https://news.example/f");
        assertThat(fetch.getFinalUrl()).isEqualTo("https://news.example/moved.xml");
        assertThat(fetch.getStatusCode()).isEqualTo(200);
        assertThat(fetch.getEtag()).isEqualTo("\"e1\"");
        assertThat(fetch.getLastModified()).isEqualTo("Tue, 03 Nov 2026 10:00:00 GMT");
        assertThat(fetch.getContentType()).isEqualTo("application/rss+xml; charset=\"utf-8\"");
    }

    @Test
    void whatWasBroughtHasNoStatusAndNoAddressThatAnswered() {
        byte[] bytes =
                rss("<item><guid>a</guid><title>A</title><link>/a</link></item>")
                        .getBytes(StandardCharsets.UTF_8);
        HttpFacts http = HttpFacts.brought("https://news.example/f", "application/rss+xml");

        var reading =
                Readers.reader().parse(Document.fetched("https://news.example/f", bytes, http));

        var article = ((Reading.Articles) reading).articles().getFirst();
        assertThat(article.getFetch().getStatusCode()).isNull();
        assertThat(article.getFetch().getFinalUrl()).isNull();
        assertThat(article.getFetch().getContentType()).isEqualTo("application/rss+xml");
    }

    @Test
    void aFeedWithoutItemsHasAHeadAndNothingElse() {
        Reading.Articles reading = read(rss(""));

        assertThat(reading.articles()).isEmpty();
        assertThat(reading.letters()).isEmpty();
        assertThat(reading.feed().orElseThrow().title()).isEqualTo("Feed");
    }

    @Test
    void aGuidThatAllItemsHaveNamesNone() {
        List<RawArticle> articles = articles(rss(item("same", "1", "A") + item("same", "2", "B")));

        assertThat(articles)
                .extracting(RawArticle::getIdentityBasis)
                .containsOnly(IdentityBasis.LINK);
        assertThat(articles).allSatisfy(a -> assertThat(flags(a)).contains("GUID_REUSED"));
        assertThat(articles).extracting(RawArticle::getArticleId).doesNotHaveDuplicates();
    }

    @Test
    void aLinkThatAllItemsHaveNamesNoneEither() {
        List<RawArticle> articles = articles(rss(item("", "home", "A") + item(" ", "home", "B")));

        assertThat(articles)
                .extracting(RawArticle::getIdentityBasis)
                .containsOnly(IdentityBasis.CONTENT_FINGERPRINT);
        assertThat(articles).extracting(RawArticle::getArticleId).doesNotHaveDuplicates();
    }

    @Test
    void anItemThatStandsTwiceIsOneArticleUnderItsGuid() {
        List<RawArticle> articles = articles(rss(item("a", "1", "A") + item("a", "1", "A")));

        assertThat(articles).hasSize(1);
        assertThat(articles.getFirst().getIdentityBasis()).isEqualTo(IdentityBasis.GUID);
    }

    @Test
    void whatAFeedSaysOfItselfIsNoChangeOfItsArticles() {
        String before = rss("<copyright>2026</copyright>" + item("a", "1", "A"));
        String after = rss("<copyright>2027</copyright>" + item("a", "1", "A"));

        assertThat(articles(before).getFirst().getContentHash())
                .isEqualTo(articles(after).getFirst().getContentHash());
        assertThat(articles(after).getFirst().getRights()).isEqualTo("2027");
    }

    @Test
    void aCounterOfCommentsIsNoChange() {
        String item = "<item><title>A</title><slash:comments>%d</slash:comments></item>";

        assertThat(articles(rss(item.formatted(1))).getFirst().getContentHash())
                .isEqualTo(articles(rss(item.formatted(2))).getFirst().getContentHash());
    }

    @Test
    void oneBadItemIsOneLetterAndTheOthersGoOn() {
        Reading.Articles reading =
                read(
                        rss(
                                item("a", "1", "A")
                                        + "<item><guid>x</guid></item>"
                                        + item("b", "2", "B")));

        assertThat(reading.articles()).hasSize(2);
        assertThat(reading.letters())
                .extracting(DeadLetter::getCode)
                .containsExactly("ARTICLE_EMPTY");
        assertThat(reading.letters().getFirst().getMessage()).contains("item 1");
        assertThat(reading.letters().getFirst().getOriginalValue().array())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("<item><guid>x</guid></item>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<item><title>Fish & chips</title></item>",
                "<item><title>a&nbsp;b</title></item>",
                "<item><title>a <b>c</title></item>",
                "<item><title>a</title><dc:date>2026</dc:date></item>",
                "<item><title>a</title><description>x<br>y</description></item>",
                "<item><title>a</title><link>https://e.example/?a=1&b=2</link></item>",
                "<item><Title>a</title></item>",
                "<item><title>a<link>https://e.example/</link></item>",
                "<item><title>a</title>",
                "<item><title>a</title></item>\u0001",
                "<item><title>a</title></wrong></item>",
                "<item><title>a</title><enclosure url=https://e.example/a.mp3></item>"
            })
    void aMistakeCostsNothingButAFlag(String item) {
        List<RawArticle> articles = articles(rss(item + item("b", "2", "B")));

        assertThat(articles).extracting(RawArticle::getTitle).hasSize(2).last().isEqualTo("B");
        assertThat(articles.getFirst().getTitle()).isNotBlank();
        assertThat(articles)
                .allSatisfy(a ->
                        assertThat(flags(a)).containsAnyOf("FEED_RECOVERED", "CONTROL_REMOVED"));
    }

    @Test
    void whatWasCutOffIsBuriedAndWhatWasWholeIsRead() {
        String feed = rss(item("a", "1", "A") + item("b", "2", "B"));

        Reading.Articles reading = read(feed.substring(0, feed.lastIndexOf("<link>")));

        assertThat(reading.articles()).extracting(RawArticle::getTitle).containsExactly("A");
        assertThat(reading.letters()).extracting(DeadLetter::getCode).containsExactly("PARSE_XML");
    }

    @Test
    void oneBadByteDoesNotCostAFeedItsItems() {
        byte[] bytes =
                rss(item("a", "1", "新闻新闻新闻") + item("b", "2", "B?"))
                        .getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("B?") + 1] = (byte) 0xFF;

        List<RawArticle> articles = ((Reading.Articles) Readers.read(bytes)).articles();

        assertThat(articles).extracting(RawArticle::getTitle).containsExactly("新闻新闻新闻", "B\uFFFD");
        assertThat(articles).allSatisfy(a -> assertThat(flags(a)).contains("CHARSET_DAMAGED"));
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, application/xml; charset=windows-1251, utf-8",
        "windows-1251, text/xml; charset='windows-1251', koi8-r",
        "windows-1251, application/xml, windows-1251",
        "UTF-8, application/xml; charset=windows-1251, windows-1251",
        "UTF-32BE, application/xml, utf-8",
        "IBM037, application/xml, IBM037"
    })
    void theHeaderOutranksTheDeclarationAndNothingOutranksTheBytes(
            String written, String contentType, String declared) {
        boolean western = written.equals("IBM037");
        String title = western ? "A title of a feed" : "Новости сегодня, завтра и вчера";
        String text =
                rss(item("a", "1", title))
                        .replace("<rss", "<?xml version='1.0' encoding='" + declared + "'?><rss");
        var http = new HttpFacts("https://e.example/f", 200, contentType, null, null);
        var document =
                Document.fetched(
                        "https://e.example/f", text.getBytes(Charset.forName(written)), http);

        Reading reading = Readers.reader().parse(document);

        assertThat(((Reading.Articles) reading).articles().getFirst().getTitle()).isEqualTo(title);
    }

    @Test
    void relativeAddressesAreMeantWhereTheFeedSays() {
        String feed =
                """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://e.example/a/">
                <entry><title>t</title><link href="b"/>
                <content type="html">&lt;a href="c?x=1&amp;amp;y">c&lt;/a> &lt;a href='#d'>d&lt;/a></content>
                </entry></feed>
                """;

        RawArticle article = articles(feed).getFirst();

        assertThat(article.getLink()).isEqualTo("https://e.example/a/b");
        assertThat(article.getContent().getValue())
                .isEqualTo("<a href=\"https://e.example/a/c?x=1&amp;y\">c</a> <a href='#d'>d</a>");
    }

    @Test
    void jsonThatIsCutOffKeepsWhatCameBefore() {
        Reading.Articles reading =
                read(
                        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"title\":\"A\"},{\"id\":\"2\",\"ti");

        assertThat(reading.articles()).extracting(RawArticle::getTitle).containsExactly("A");
        assertThat(reading.letters()).extracting(DeadLetter::getCode).containsExactly("PARSE_JSON");
        assertThat(reading.letters().getFirst().getMessage()).doesNotContain("REDACTED", "Stream");
    }

    static String rss(String items) {
        return "<rss version=\"2.0\" xmlns:slash=\"http://purl.org/rss/1.0/modules/slash/\">"
                + "<channel><title>Feed</title><link>https://e.example/</link>"
                + items
                + "</channel></rss>";
    }

    static String item(String guid, String path, String title) {
        return "<item><title>%s</title><link>https://e.example/%s</link><guid isPermaLink=\"false\">%s</guid></item>"
                .formatted(title, path, guid);
    }

    private static Reading.Articles read(String feed) {
        return (Reading.Articles) Readers.read(feed.getBytes(StandardCharsets.UTF_8));
    }

    private static List<RawArticle> articles(String feed) {
        return read(feed).articles();
    }

    private static List<String> flags(RawArticle article) {
        return article.getQuality().stream().map(QualityFlag::getCode).toList();
    }
}
