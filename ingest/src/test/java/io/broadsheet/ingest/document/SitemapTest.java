package io.broadsheet.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.v1.Category;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RawImage;
import io.broadsheet.v1.SourceKind;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

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
    void aSitemapWithoutNewsIsALetterThatSaysWhatToDo() {
        DeadLetter letter = letter(HEAD + PLAIN + PLAIN + "</urlset>");

        assertThat(letter.getCode()).isEqualTo("FORMAT_UNSUPPORTED");
        assertThat(letter.getMessage()).contains("2 addresses without news", "fetch the pages");
    }

    @Test
    void anIndexIsALetterThatNamesItsFirstSitemap() {
        DeadLetter letter =
                letter(
                        "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                                + "<sitemap><loc>https://www.example.org/news.xml</loc></sitemap>"
                                + "</sitemapindex>");

        assertThat(letter.getCode()).isEqualTo("FORMAT_UNSUPPORTED");
        assertThat(letter.getMessage())
                .contains("index of 1 sitemaps", "https://www.example.org/news.xml");
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

    private static Reading read(String document) {
        return Readers.read(document.getBytes(StandardCharsets.UTF_8));
    }

    private static DeadLetter letter(String document) {
        return ((Reading.Buried) read(document)).letter();
    }
}
