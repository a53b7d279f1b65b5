package io.broadsheet.ingest.format.htmlpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.AgentType;
import io.broadsheet.v1.Category;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawImage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What linked data says, however it is written. */
class LinkedDataTest {

    private static final String FULL =
            """
            {"@context": "https://schema.org", "@type": ["NewsArticle", "Thing"],
             "headline": "Storm", "description": "It blew.",
             "datePublished": "2026-01-02T03:04:05+01:00",
             "dateModified": "2026-01-02T04:00:00+01:00",
             "inLanguage": "en-GB", "articleSection": ["Weather", "Coast"],
             "keywords": "wind, rain", "copyrightNotice": "(c) Gazette",
             "author": [{"@type": "Person", "name": "Ada Miller",
                         "url": "https://www.example.org/ada"}, "Bo Lee"],
             "publisher": {"@type": "Organization", "name": "Gazette"},
             "image": ["https://img.example.org/a.jpg",
                       {"@type": "ImageObject", "width": 1200, "caption": "Waves",
                        "url": "https://img.example.org/b.jpg"}],
             "thumbnailUrl": "https://img.example.org/t.jpg",
             "mainEntityOfPage": {"@id": "https://www.example.org/news/storm"}}
            """;

    @Test
    void allFieldsOfAnArticleAreRead() {
        Draft draft = HtmlPages.withScript(FULL);

        var article = draft.article();
        assertThat(article.getTitle()).isEqualTo("Storm");
        assertThat(article.getSummary()).isEqualTo("It blew.");
        assertThat(article.getPublished()).isEqualTo("2026-01-02T03:04:05+01:00");
        assertThat(article.getUpdated()).isEqualTo("2026-01-02T04:00:00+01:00");
        assertThat(article.getLanguage()).isEqualTo("en-GB");
        assertThat(article.getRights()).isEqualTo("(c) Gazette");
        assertThat(draft.source().getName()).isEqualTo("Gazette");
        assertThat(draft.canonicalUrl()).contains(HtmlPages.ADDRESS);
        assertThat(article.getAuthors())
                .extracting(Agent::getName, Agent::getType, Agent::getUri)
                .containsExactly(
                        tuple("Ada Miller", AgentType.PERSON, "https://www.example.org/ada"),
                        tuple("Bo Lee", AgentType.UNKNOWN, null));
        assertThat(draft.categories())
                .extracting(Category::getTerm)
                .containsExactly("Weather", "Coast", "wind", "rain");
        assertThat(draft.images())
                .extracting(RawImage::getField, RawImage::getRole, RawImage::getAlt)
                .containsExactly(
                        tuple("ld:image", ImageRole.LEAD, null),
                        tuple("ld:image", ImageRole.LEAD, "Waves"),
                        tuple("ld:thumbnailUrl", ImageRole.THUMBNAIL, null));
        assertThat(draft.images().get(1).getAttributes()).containsEntry("width", "1200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'@type': 'Article', 'headline': 'Storm', 'keywords': ['a', ],}",
                "<!-- {\"@type\": \"Article\", \"headline\": \"Storm\"} -->",
                "//<![CDATA[\n{\"@type\": \"Article\", \"headline\": \"Storm\"}\n//]]>",
                "/* <![CDATA[ */ [{\"@type\": \"Article\", \"headline\": \"Storm\"}] /* ]]> */",
                "{\"@type\": \"Organization\"}, {\"@type\": \"Article\", \"headline\": \"Storm\"};",
                "{\"@type\": \"WebPage\"}\n{\"@type\": \"Article\", \"headline\": \"Storm\"}",
                "[[{\"@type\": \"https://schema.org/Article\", \"headline\": \"Storm\"}]]",
                "{&quot;@type&quot;: &quot;Article&quot;, &quot;headline&quot;: &quot;Storm&quot;}",
                "{\"@graph\": [{\"@type\": \"Article\", \"headline\": {\"@value\": \"Storm\"}}]}",
                "{\"@type\": \"WebPage\", \"mainEntity\":"
                        + " {\"@type\": \"Article\", \"headline\": \"Storm\"}}",
                "{\"@type\": \"Article\", \"headline\": \"Storm\", \"description\": \"a\n\tb\\x\"}"
            })
    void theHeadlineIsFoundHoweverItIsWritten(String script) {
        Draft draft = HtmlPages.withScript(script);

        assertThat(draft.article().getTitle()).isEqualTo("Storm");
        assertThat(draft.flags()).isEmpty();
    }

    @Test
    void aScriptThatBreaksOffKeepsItsBeginningAndSpoilsNoOther() {
        Draft draft =
                HtmlPages.withHead(
                        HtmlPages.script(
                                        "{\"@type\": \"NewsArticle\", \"headline\": \"Storm\","
                                                + " \"description\": \"He said \"no\" to it\"}")
                                + HtmlPages.script(
                                        "{\"@type\": \"WebPage\","
                                                + " \"datePublished\": \"2026-01-02\"}"));

        assertThat(draft.article().getTitle()).isEqualTo("Storm");
        assertThat(draft.article().getPublished()).isEqualTo("2026-01-02");
        assertThat(draft.flags())
                .extracting(QualityFlag::getCode)
                .containsExactly("LINKED_DATA_BROKEN");
        assertThat(draft.flags().getFirst().getDetail()).startsWith("1:");
    }

    @Test
    void theArticleOfThisPageIsTakenNotOneBesideIt() {
        Draft draft =
                HtmlPages.withScript(
                        """
                        [{"@type": "BreadcrumbList", "name": "Crumbs"},
                         {"@type": "NewsArticle", "headline": "Other",
                          "url": "https://www.example.org/news/other"},
                         {"@type": "BlogPosting", "headline": "Storm", "url": "/news/storm"}]
                        """);

        assertThat(draft.article().getTitle()).isEqualTo("Storm");
    }

    @Test
    void anArticleIsPreferredToThePageAroundIt() {
        Draft draft =
                HtmlPages.withScript(
                        """
                        {"@graph": [
                         {"@type": "WebPage", "headline": "Page", "description": "Of the page"},
                         {"@type": "NewsArticle", "headline": "Storm",
                          "author": {"@id": "#ada"}, "publisher": {"@id": "#org"}},
                         {"@type": "Person", "@id": "#ada", "name": "Ada Miller"},
                         {"@type": "Organization", "@id": "#org", "name": "Gazette"}]}
                        """);

        assertThat(draft.article().getTitle()).isEqualTo("Storm");
        assertThat(draft.article().getSummary()).isEqualTo("Of the page");
        assertThat(draft.article().getAuthors())
                .extracting(Agent::getName)
                .containsExactly("Ada Miller");
        assertThat(draft.source().getName()).isEqualTo("Gazette");
        assertThat(draft.extensions()).containsEntry("ld:page/headline", "Page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[[[[[", "{\"a\":", "null", "\"x\"", "{\"@id\": {}}", "]]}}", "{,}"})
    void scriptsThatSayNothingDoNoHarm(String script) {
        assertThat(HtmlPages.withScript(script).article().getTitle()).isNull();
    }

    @Test
    void deepAndLongScriptsStopAtTheirLimit() {
        String deep = "{\"mainEntity\":".repeat(100_000);
        String wide = "[" + "{\"@type\":\"NewsArticle\"},".repeat(40_000) + "]";

        Draft draft =
                HtmlPages.withHead(
                        HtmlPages.script(deep)
                                + HtmlPages.script(wide)
                                + "<meta property='og:title' content='Storm'>");

        assertThat(draft.article().getTitle()).isEqualTo("Storm");
    }
}
