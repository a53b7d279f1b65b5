package io.broadsheet.enrich.step.maintext;

import static io.broadsheet.enrich.step.maintext.MadePage.STORY;
import static io.broadsheet.enrich.step.maintext.MadePage.factsOf;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page shows of its article besides the text. */
class PageFactsTest {

    @Test
    void theHeadingIsTheOneThatTheDocumentIsNamedAfter() {
        String page = "<h1>Daily Gull</h1><article><h2>The late ferry</h2>" + STORY + "</article>";

        assertThat(factsOf(page).heading()).contains("The late ferry");
    }

    @Test
    void ofTitleAndSubtitleTheHeadingIsTheTitle() {
        var page =
                MadePage.titled(
                        "The late ferry - Fog lay over the harbour : Daily Gull",
                        "<h1>The late ferry</h1><h2>Fog lay over the harbour</h2>" + STORY);

        assertThat(MainText.of(page).facts().heading()).contains("The late ferry");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a rel=author href=/ann>Ann Example</a>",
                "<span class=author-name>Ann Example</span>",
                "<div class=byline>Ann Example</div>",
                "<p>By Ann Example</p>",
                "<p>Von Ann Example</p>",
                "<p class=firma><em>Ann Example</em> | Port</p>",
                "<div class=article_auth><a href=/gull/authors/ann.html>Ann Example</a></div>",
            })
    void aBylineIsFoundByTheTitle(String byline) {
        String page =
                "<h1>The late ferry</h1>" + byline + "<div class=article-body>" + STORY + "</div>";

        assertThat(factsOf(page).bylines()).isNotEmpty();
        assertThat(factsOf(page).bylines().getFirst()).contains("Ann Example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p class='author vcard'><a href=/ann><b class=fn>Ann Example</b></a> Port Writer</p>",
                "<div class=byline>By <a href=/mail>Ann Example</a> at the harbour</div>",
            })
    void theNameInABylineIsFoundToo(String byline) {
        String page =
                "<h1>The late ferry</h1>" + byline + "<div class=article-body>" + STORY + "</div>";

        assertThat(factsOf(page).bylines()).contains("Ann Example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<abbr title='2024-05-04T10:40:40Z'>1 hour ago</abbr>",
                "<b>2024. május 4., 11:16</b>",
            })
    void aDateIsFoundByTheTitle(String date) {
        String page =
                "<h1>The late ferry</h1><div class=info>" + date + "</div><div>" + STORY + "</div>";

        assertThat(factsOf(page).dates()).isNotEmpty();
        assertThat(factsOf(page).dates().getFirst()).startsWith("2024");
    }

    @Test
    void theLinkToTheDeclaredAddressNamesTheAuthor() {
        var page =
                Jsoup.parse(
                        "<head><meta property=article:author content=https://gull.example/source/ann>"
                                + "</head><h1>The late ferry</h1><article>"
                                + STORY.repeat(8)
                                + "</article><div class=sidebar><a href=/source/cy>Cy Other</a>"
                                + "<a href=/source/ann>Ann Example</a></div>");

        assertThat(MainText.of(page).facts().bylines()).containsExactly("Ann Example");
    }

    @Test
    void aRowOfATableSaysNothingOfTheArticlesAuthor() {
        String table = "<table><tr><th>Written by</th><td>Cy Other</td></tr></table>";

        assertThat(factsOf("<h1>The late ferry</h1>" + table + STORY).bylines()).isEmpty();
    }

    @Test
    void authorsSideBySideAreOneByline() {
        String page =
                "<h1>The late ferry</h1><p><a rel=author>Ann Example</a> and <a rel=author>Ben Muster</a></p>"
                        + STORY;

        assertThat(factsOf(page).bylines().getFirst()).isEqualTo("Ann Example, Ben Muster");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<time datetime='2024-05-04T10:15:00Z'>today</time>|2024-05-04T10:15:00Z",
                "<div class=date>4 May 2024</div>|4 May 2024",
                "<p>Veröffentlicht am 4. Mai 2024</p>|4. Mai 2024",
                "<p>May 4th, 2024</p>|May 4th, 2024",
                "<p>2024年5月4日</p>|2024年5月4日",
                "<time data-published='2024-05-04 10:15:00Z'>May 4</time>|2024-05-04 10:15:00Z",
                "<p class=date>of 1 May 2024</p><p>Published on 4 May 2024</p>|4 May 2024",
                "<p class=date>of 1 May 2024</p><p>Datum: 04.05.2024</p>|04.05.2024",
                "<p>04.05.2024, 10:15 Uhr</p>|04.05.2024, 10:15",
            })
    void aDateIsFoundByTheTitle(String shown, String date) {
        String page =
                "<h1>The late ferry</h1>" + shown + "<div class=article-body>" + STORY + "</div>";

        assertThat(factsOf(page).dates()).first().isEqualTo(date);
    }

    @Test
    void theFootOfAnArticleIsItsOwn() {
        String page =
                "<h1>The late ferry</h1><div class=post-body>"
                        + STORY
                        + "</div><div class=post-footer><span class=post-author>"
                        + "Eingestellt von <b>Ann Example</b></span></div>"
                        + "<div class=footer><span class=author>Cy Other</span></div>";

        assertThat(factsOf(page).bylines().getFirst()).isEqualTo("Eingestellt von Ann Example");
        assertThat(factsOf(page).bylines()).doesNotContain("Cy Other");
    }

    @Test
    void aTitleIsNoByline() {
        var page = MadePage.titled("Von Anna bis Zora", "<h1>Von Anna bis Zora</h1>" + STORY);

        assertThat(MainText.of(page).facts().bylines()).isEmpty();
    }

    @Test
    void whatIsSaidInOtherPartsOfThePageIsNotOfTheArticle() {
        String other =
                "<div class=related><time datetime=2020-01-01>x</time><a rel=author>Cy Other</a></div>";
        PageFacts facts =
                factsOf(
                        "<h1>The late ferry</h1>"
                                + other
                                + "<div class=article-body>"
                                + STORY
                                + "</div>");

        assertThat(facts.dates()).isEmpty();
        assertThat(facts.bylines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h4>Autor</h4><p><a href=/ann>Ann Example</a></p>",
                "<p>04.05.2024 - Ann Example</p>",
                "<p>Verfasst von: ann | 31. Dezember 2008</p>",
                "<p>By Ann Example on 4. May 2024 at 10.15</p>",
                "<div class=username><a href=/u/ann>Ann Example</a></div>",
                "<div class='widget authors'><span class=author>Ann Example</span></div>",
                "<p>取材・文＝山田太郎</p>",
            })
    void aBylineIsFoundHoweverItIsWritten(String byline) {
        String page =
                "<h1>The late ferry</h1>" + byline + "<div class=article-body>" + STORY + "</div>";

        assertThat(factsOf(page).bylines()).isNotEmpty();
        assertThat(factsOf(page).bylines().getFirst()).containsAnyOf("Ann Example", "ann", "山田太郎");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<form><div class=username>Your name</div></form>",
                "<p>By Monday, 3. May 2024, the fog over the harbour was gone, and all of the boats were out again, and the late ferry too.</p>",
                "<div class=widget><span class=author>Cy Other</span></div>",
            })
    void whatIsNotSaidOfAnAuthorIsNoByline(String other) {
        String page =
                "<h1>The late ferry</h1>" + other + "<div class=article-body>" + STORY + "</div>";

        assertThat(factsOf(page).bylines()).isEmpty();
    }

    @Test
    void aDayOfPublicationIsFoundFarFromTheTitle() {
        String lines = "<p>Weather</p>".repeat(30);
        String page =
                "<p>Veröffentlicht: 04.05.2024</p><p>01.01.2020</p>"
                        + lines
                        + "<h1>The late ferry</h1><div class=article-body>"
                        + STORY
                        + "</div>";

        assertThat(factsOf(page).dates()).containsExactly("04.05.2024");
    }

    @Test
    void theHeadingMayBeDeepInWhatHoldsTheArticle() {
        String menu = "<div>Sea</div>".repeat(30);
        var page =
                MadePage.titled(
                        "The late ferry",
                        "<div class=article-body>"
                                + menu
                                + "<h1>The late ferry</h1>"
                                + STORY
                                + "</div>");

        assertThat(MainText.of(page).facts().heading()).contains("The late ferry");
    }

    @Test
    void aBylineOverTheTextIsFoundHoweverMuchStandsBetweenItAndTheTitle() {
        String tools = "<div><p>Zoom</p><p>Larger</p><p>Smaller</p></div>".repeat(8);
        String byline = "<div class=bylineComments><p class=byline>By Ann Example</p></div>";
        String page = "<article><h1>The late ferry</h1>" + tools + byline + STORY + "</article>";

        assertThat(factsOf(page).bylines()).contains("By Ann Example");
    }
}
