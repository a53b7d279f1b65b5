package io.broadsheet.enrich.step.maintext;

import static io.broadsheet.enrich.step.maintext.MadePage.STORY;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the article that linked data declares is good for. */
class DeclaredTest {

    private static final String TEXT = Jsoup.parse(STORY.repeat(4)).text();

    private static Document declaring(String json, String body) {
        return MadePage.page("<script type='application/ld+json'>" + json + "</script>" + body);
    }

    private static String article(String text) {
        return "{\"@type\":\"NewsArticle\",\"articleBody\":\"" + text + "\"}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"articleBody\":\"one\"}|one",
                "{\"articleBody\" : \"a \\\"b\\\" \\u00e9\"}|a \"b\" é",
                "{\"articleBody\":\"&lt;p&gt;a&lt;/p&gt; 1 < 2\"}|a 1 < 2",
                "{\"articleBody\":\"short\"},{\"articleBody\":\"longer\"}|longer",
                "{\"broken\" \"articleBody\":\"it\" ends|it",
                "{\"articleBody\":\"cut|cut",
            })
    void theTextIsReadHoweverBrokenTheRestIs(String json, String text) {
        assertThat(DeclaredBody.of(declaring(json, "").select("script")).orElse(""))
                .isEqualToIgnoringWhitespace(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"liveBlogUpdate\":[{\"articleBody\":\"one\"},{\"articleBody\":\"two\"}]}",
                "{\"articleBody\":null}",
                "{\"articleBody\":[1]}",
                "{}"
            })
    void whatIsNoTextIsNone(String json) {
        assertThat(DeclaredBody.of(declaring(json, "").select("script"))).isEmpty();
    }

    @Test
    void itTellsWhereTheArticleBeginsAndEnds() {
        String body =
                "<div><p>Daily Gull</p>"
                        + STORY.repeat(4)
                        + "<p>Our reporter Ann lives by the sea, and writes about ships.</p></div>";

        assertThat(MadePage.textOf(declaring(article(TEXT), body))).isEqualTo(TEXT);
    }

    @Test
    void sentencesInItsMidstThatItDoesNotHaveGo() {
        String body =
                "<div>"
                        + STORY.repeat(2)
                        + "<p>Buy the tide tables of the Daily Gull now, for only two crowns.</p>"
                        + STORY.repeat(2)
                        + "</div>";

        assertThat(MadePage.textOf(declaring(article(TEXT), body))).isEqualTo(TEXT);
    }

    @Test
    void aPartOfItStaysInWhateverItIs() {
        String body =
                "<div>" + STORY.repeat(2) + "<div class=promo>" + STORY.repeat(2) + "</div></div>";

        assertThat(MadePage.textOf(declaring(article(TEXT), body))).isEqualTo(TEXT);
    }

    @Test
    void whereThePageShowsNothingItIsTheArticle() {
        MainText.Found found =
                MainText.of(declaring(article(TEXT + "\\nThe end."), "<div id=app></div>"));

        assertThat(found.declared()).isTrue();
        assertThat(found.element().select("p").eachText()).containsExactly(TEXT, "The end.");
    }

    @Test
    void aDeclaredSummaryIsNotBelieved() {
        String body = "<article>" + STORY.repeat(8) + "</article>";
        MainText.Found found = MainText.of(declaring(article("Another text. ".repeat(30)), body));

        assertThat(found.declared()).isFalse();
        assertThat(found.element().text()).startsWith("The ferry");
    }
}
