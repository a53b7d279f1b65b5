package io.broadsheet.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.RawArticle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

/** What is known of a page by where it is from and how it was sent. */
class PageAddressTest {

    private static final String ADDRESS = "https://gull.example/news/ferry";
    private static final byte[] SCRIPT_FIRST =
            "<script>var a;</script><title>The ferry</title><p>It is late."
                    .getBytes(StandardCharsets.UTF_8);

    @Test
    void aFileThatIsKnownToBeOfAnAddressIsReadAsFromThere() {
        byte[] page =
                "<html><title>T</title><link rel=canonical href=/news/ferry-2><p>x"
                        .getBytes(StandardCharsets.UTF_8);
        Document file = new Document("file:///saved.html", "saved.html", page).at(ADDRESS);

        assertThat(article(file).getLink()).isEqualTo("https://gull.example/news/ferry-2");
        assertThat(article(file).getFetch().getRequestUrl()).isEqualTo(ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({"text/html", "text/html; charset=utf-8", "application/xhtml+xml"})
    void whatWasSentAsAPageIsOneHoweverItBegins(String type) {
        var http = new HttpFacts(ADDRESS, 200, type, null, null);

        assertThat(article(Document.fetched(ADDRESS, SCRIPT_FIRST, http)).getTitle())
                .isEqualTo("The ferry");
    }

    @Test
    void whatWasSentAsSomethingElseIsNot() {
        var http = new HttpFacts(ADDRESS, 200, "text/plain", null, null);

        assertThat(Readers.reader().parse(Document.fetched(ADDRESS, SCRIPT_FIRST, http)))
                .isInstanceOf(Reading.Buried.class);
    }

    private static RawArticle article(Document document) {
        return ((Reading.Articles) Readers.reader().parse(document)).articles().getFirst();
    }
}
