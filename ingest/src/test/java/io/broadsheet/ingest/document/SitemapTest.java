package io.broadsheet.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.ingest.item.Place;
import io.broadsheet.v1.Category;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RawImage;
import io.broadsheet.v1.SourceKind;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Sitemaps, told by their bytes. */
class SitemapTest {

    private static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- made by hand -->
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
              xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
              xmlns:xhtml="http://www.w3.org/1999/xhtml"
              xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
            """;

    private static final String STORM =
            """
            <url><loc>https://www.example.org/storm?a=1&amp;b=2</loc>
            <lastmod>2026-01-02T05:00:00Z</lastmod><changefreq>hourly</changefreq>
            <n:news><n:publication><n:name>Gazette</n:name><n:language>en</n:language>
            </n:publication><n:publication_date>2026-01-02T03:04:05Z</n:publication_date>
            <n:title>Storm</n:title><n:keywords>wind, rain</n:keywords>
            <n:genres>Blog</n:genres></n:news>
            <image:image><image:loc>https://img.example.org/a.jpg</image:loc>
            <image:caption>Waves</image:caption></image:image>
            <xhtml:link rel="alternate" hreflang="de" href="https://www.example.org/de/sturm"/>
            </url>
            """;

    private static final String PLAIN = "<url><loc>https://www.example.org/about</loc></url>";

    @Test
    void anEntryWithNewsIsAnArticleAndAPlainOneIsPassedOver() {
        Reading.Articles read = (Reading.Articles) read(HEAD + PLAIN + STORM + "</urlset>");

        RawArticle article = read.articles().getFirst();
        assertThat(read.articles()).hasSize(1);
        assertThat(read.letters()).isEmpty();
        assertThat(read.feed()).isPresent();
        assertThat(article.getSource().getKind()).isEqualTo(SourceKind.NEWS_SITEMAP);
        assertThat(article.getSource().getName()).isEqualTo("Gazette");
        assertThat(article.getLink()).isEqualTo("https://www.example.org/storm?a=1&b=2");
        assertThat(article.getTitle()).isEqualTo("Storm");
        assertThat(article.getContent()).isNull();
        assertThat(article.getPublished()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(article.getUpdated()).isEqualTo("2026-01-02T05:00:00Z");
        assertThat(article.getLanguage()).isEqualTo("en");
        assertThat(article.getCategories())
                .extracting(Category::getTerm)
                .containsExactly("wind", "rain");
        assertThat(article.getImages())
                .extracting(RawImage::getUrl, RawImage::getField)
                .containsExactly(tuple("https://img.example.org/a.jpg", "image:loc"));
        assertThat(article.getExtensions())
                .containsEntry("news:genres", "Blog")
                .containsEntry("xhtml:link@de", "https://www.example.org/de/sturm");
    }

    @Test
    void aSitemapWithoutNewsIsAListOfPagesAndForOthersALetterThatSaysWhatToDo() {
        String dated =
                "<url><loc>https://www.example.org/a</loc><lastmod>2026-01-02</lastmod>"
                        + "<image:image><image:loc>https://img.example.org/a.jpg</image:loc>"
                        + "</image:image></url>";
        var places = places(HEAD + dated + PLAIN + PLAIN + "</urlset>");

        assertThat(places.sitemap().index()).isFalse();
        assertThat(places.sitemap().places())
                .containsExactly(
                        new Place("https://www.example.org/a", Optional.of("2026-01-02")),
                        new Place("https://www.example.org/about", Optional.empty()));
        assertThat(places.letter().get().getCode()).isEqualTo("FORMAT_UNSUPPORTED");
        assertThat(places.letter().get().getMessage())
                .contains("sitemap of 2 addresses", "https://www.example.org/a", "feeds add");
    }

    @Test
    void anEmptySitemapIsToldToBeEmptyAndNotToBeFollowed() {
        assertThat(places(HEAD + "</urlset>").letter().get().getMessage())
                .contains("without a web address", "empty")
                .doesNotContain("feeds add");
    }

    @Test
    void anIndexIsAListOfSitemaps() {
        var places =
                places(
                        "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                                + "<sitemap><loc> https://www.example.org/news.xml </loc></sitemap>"
                                + "<sitemap><loc>ftp://www.example.org/x</loc></sitemap>"
                                + "</sitemapindex>");

        assertThat(places.sitemap().index()).isTrue();
        assertThat(places.sitemap().passedOver()).isEqualTo(1);
        assertThat(places.sitemap().places())
                .extracting(Place::url)
                .containsExactly("https://www.example.org/news.xml");
    }

    @Test
    void namespacesPrefixesAndBareAmpersandsDoNotMatter() {
        var places =
                places(
                        "<s:urlset xmlns:s='http://wrong.example/'><s:url>"
                                + "<s:loc>https://www.example.org/?a=1&b=2</s:loc>"
                                + "</s:url></s:urlset>");

        assertThat(places.sitemap().problem()).isNotBlank();
        assertThat(places.sitemap().places())
                .extracting(Place::url)
                .containsExactly("https://www.example.org/?a=1&b=2");
    }

    @Test
    void aListOfAddressesIsASitemapAlsoBehindAByteOrderMark() {
        var places = places("\uFEFFhttps://www.example.org/a\n\nhttps://www.example.org/b\n");

        assertThat(places.sitemap().places())
                .extracting(Place::url)
                .containsExactly("https://www.example.org/a", "https://www.example.org/b");
    }

    @Test
    void aPackedSitemapIsUnpackedAndItsLetterHasTheBytesThatCame() throws IOException {
        byte[] packed = gzip(HEAD + PLAIN + "</urlset>");
        var places = (Reading.Places) Readers.read(packed);

        assertThat(places.sitemap().places()).hasSize(1);
        assertThat(places.letter().get().getOriginalValue().array()).isEqualTo(packed);
    }

    @Test
    void aPackedSitemapThatUnpacksBeyondTheLimitIsALetter() throws IOException {
        byte[] packed = gzip(HEAD + " ".repeat(ReaderSettings.DOCUMENT_BYTES_MAX) + "</urlset>");

        assertThat(((Reading.Buried) Readers.read(packed)).letter().getCode())
                .isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void anythingElseThatIsPackedStaysPacked() throws IOException {
        assertThat(((Reading.Buried) Readers.read(gzip("hello"))).letter().getCode())
                .isEqualTo("ARCHIVE_FORBIDDEN");
    }

    @Test
    void fiftyThousandPlacesAreReadAndTheRestIsCounted() {
        String many =
                IntStream.range(0, 50_010)
                        .mapToObj("<url><loc>https://www.example.org/%d</loc></url>"::formatted)
                        .collect(Collectors.joining());
        var places = places(HEAD + many + "</urlset>");

        assertThat(places.sitemap().places()).hasSize(50_000);
        assertThat(places.sitemap().passedOver()).isEqualTo(10);
    }

    @Test
    void aSitemapThatIsCutOffGivesItsWholeEntriesAndALetter() {
        String whole = HEAD + STORM + STORM.replace("storm", "calm");
        Reading.Articles read =
                (Reading.Articles) read(whole.substring(0, whole.lastIndexOf("<image:loc>")));

        assertThat(read.articles()).extracting(RawArticle::getTitle).containsExactly("Storm");
        assertThat(read.articles().getFirst().getQuality())
                .anyMatch(flag -> flag.getCode().equals("FEED_RECOVERED"));
        assertThat(read.letters()).extracting(DeadLetter::getCode).containsExactly("PARSE_XML");
    }

    @Test
    void anEntryWithoutATitleIsALetterOfItsOwn() {
        String untitled = STORM.replace("<n:title>Storm</n:title>", "");
        Reading.Articles read = (Reading.Articles) read(HEAD + untitled + STORM + "</urlset>");

        assertThat(read.articles()).hasSize(1);
        assertThat(read.letters()).extracting(DeadLetter::getCode).containsExactly("ARTICLE_EMPTY");
    }

    @Test
    void declaredEntitiesAreRefused() {
        String bomb = "<!DOCTYPE urlset [<!ENTITY a 'aaaa'>]>" + "<urlset>&a;</urlset>";

        assertThat(letter(bomb).getCode()).isEqualTo("XML_DOCTYPE_FORBIDDEN");
    }

    private static Reading.Places places(String document) {
        return (Reading.Places) read(document);
    }

    private static byte[] gzip(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static Reading read(String document) {
        return Readers.read(document.getBytes(StandardCharsets.UTF_8));
    }

    private static DeadLetter letter(String document) {
        return ((Reading.Buried) read(document)).letter();
    }
}
