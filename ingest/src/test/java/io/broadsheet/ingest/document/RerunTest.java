package io.broadsheet.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.RawArticle;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a generator writes anew at each run does not make another article, nor a change. */
class RerunTest {

    @Test
    void threeForksOfOnePostAreOneUnchangedArticle() {
        RawArticle first = post("2022-03-13 09:42:07", 17, "<p>Text.</p>");
        RawArticle second = post("2022-04-01 10:00:00", 418, "<p>Text.</p>");
        RawArticle third = post("2023-01-01 00:00:01", 3, "<p>Text.</p>  ");

        assertThat(second.getArticleId()).isEqualTo(first.getArticleId());
        assertThat(third.getArticleId()).isEqualTo(first.getArticleId());
        assertThat(second.getContentHash()).isEqualTo(first.getContentHash());
        assertThat(third.getContentHash()).isEqualTo(first.getContentHash());
        assertThat(second.getPublished()).isEqualTo("2022-04-01 10:00:00");
    }

    @Test
    void blanksAtLineEndsAndLineEndsThemselvesAreNoChange() {
        RawArticle before = post("Mon, 06 May 2024 10:15:00 GMT", 1, "<p>A</p>\n<p>B</p>");
        RawArticle after = post("Mon, 06 May 2024 10:15:00 GMT", 1, "<p>A</p> \t\r\n<p>B</p>  ");

        assertThat(after.getContentHash()).isEqualTo(before.getContentHash());
    }

    @Test
    void blanksWithinALineAreAChange() {
        RawArticle before = post("Mon, 06 May 2024 10:15:00 GMT", 1, "<p>A B</p>");
        RawArticle after = post("Mon, 06 May 2024 10:15:00 GMT", 1, "<p>A  B</p>");

        assertThat(after.getContentHash()).isNotEqualTo(before.getContentHash());
    }

    @Test
    void anotherTextIsAChangeOfTheSameArticle() {
        RawArticle before = post("2022-03-13 09:42:07", 17, "<p>Text.</p>");
        RawArticle after = post("2022-03-13 09:42:07", 17, "<p>Other text.</p>");

        assertThat(after.getArticleId()).isEqualTo(before.getArticleId());
        assertThat(after.getContentHash()).isNotEqualTo(before.getContentHash());
    }

    @Test
    void aDateTheSourceGaveIsPartOfBoth() {
        RawArticle monday = post("Mon, 06 May 2024 10:15:00 GMT", 1, "<p>Text.</p>");
        RawArticle tuesday = post("Tue, 07 May 2024 10:15:00 GMT", 1, "<p>Text.</p>");

        assertThat(tuesday.getArticleId()).isNotEqualTo(monday.getArticleId());
        assertThat(tuesday.getContentHash()).isNotEqualTo(monday.getContentHash());
    }

    @Test
    void theOrderOfFrontMatterAndThePlaceOfAFileMakeNoOtherArticle() {
        List<String> lines =
                List.of(
                        "title: 'Tide tables'",
                        "date: Mon, 06 May 2024 10:15:00 GMT",
                        "author: Harbour Gazette",
                        "headimg: https://img.example/a.jpg",
                        "categories: [Feeds, Home]",
                        "layout: post",
                        "comments: false");

        RawArticle first = fork("file:///first/tides.md", lines);
        RawArticle second = fork("file:///second/_posts/2024-05-06-tides.md", lines.reversed());

        assertThat(second.getArticleId()).isEqualTo(first.getArticleId());
        assertThat(second.getContentHash()).isEqualTo(first.getContentHash());
        assertThat(second.getAltIds()).isNotEqualTo(first.getAltIds());
    }

    private static RawArticle fork(String url, List<String> lines) {
        String text = "---\n" + String.join("\n", lines) + "\n---\n<p>Text.</p>\n";
        String name = url.substring(url.lastIndexOf('/') + 1);
        var document = new Document(url, name, text.getBytes(StandardCharsets.UTF_8));
        return ((Reading.Articles) Readers.reader().parse(document)).articles().getFirst();
    }

    private static RawArticle post(String date, int random, String body) {
        String picture = "'https://picsum.photos/400/300?random=" + random + "'";
        String text =
                """

                ---
                title: 'Tide tables'
                categories:\s
                 - Feeds
                 - Harbour Gazette
                 - Home
                headimg: %s
                author: Harbour Gazette
                comments: false
                date: %s
                thumbnail: %s
                ---

                <div>  \s
                %s
                </div>
                """
                        .formatted(picture, date, picture, body);
        Reading reading = Readers.read(text.getBytes(StandardCharsets.UTF_8));
        return ((Reading.Articles) reading).articles().getFirst();
    }
}
