package io.broadsheet.ingest.format.htmlpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import java.util.List;

/** What pages say by RDFa. */
class RdfaTest {

    @Test
    void propertiesOfTheArticleAreReadAndThoseOfOthersAreNot() {
        var found =
                Rdfa.of(
                        Jsoup.parse(
                                """
                                <body vocab="https://schema.org/">
                                <div typeof="NewsArticle"><h1 property="headline">Storm</h1>
                                <time property="datePublished" datetime="2026-01-02">yesterday</time>
                                <span property="author" typeof="Person">by <b property="name">Ann</b></span>
                                <p property="text">body</p>
                                <div property="comment" typeof="Comment">
                                  <i property="author">Troll</i></div></div>
                                <div typeof="NewsArticle"><h2 property="headline">Other</h2></div>
                                """));

        assertThat(found)
                .containsOnly(
                        entry("rdfa:headline", List.of("Storm")),
                        entry("rdfa:datepublished", List.of("2026-01-02")),
                        entry("rdfa:author", List.of("Ann")));
    }

    @Test
    void prefixesAreResolvedAndKnownOnesNeedNoDeclaration() {
        var found =
                Rdfa.of(
                        Jsoup.parse(
                                """
                                <body prefix="s: http://schema.org/ x: http://other.example/">
                                <h1 property="s:headline dc:title">Storm</h1>
                                <h2 property="x:headline">no</h2><h3 property="headline">no</h3>
                                <span property="og:title" content="Card"></span>
                                """));

        assertThat(found)
                .containsOnly(
                        entry("rdfa:headline", List.of("Storm")),
                        entry("dc.title", List.of("Storm")),
                        entry("og:title", List.of("Card")));
    }

    @Test
    void itFillsTheFieldsThatNothingBetterFills() {
        HtmlPageShape shape =
                HtmlPageParser.parse(
                        """
                        <html><head><title>Storm - Gazette</title></head>
                        <body vocab="http://schema.org/" typeof="Article">
                        <h1 property="headline">Storm</h1></body></html>
                        """,
                        "");

        assertThat(shape.best(Precedence.TITLE)).hasValue("Storm");
    }
}
