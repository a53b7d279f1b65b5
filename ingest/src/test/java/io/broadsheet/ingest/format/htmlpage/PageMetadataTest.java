package io.broadsheet.ingest.format.htmlpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.Category;
import io.broadsheet.v1.RawImage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages say of themselves besides linked data, and which of it is believed. */
class PageMetadataTest {

    @Test
    void whatLosesAFieldIsKept() {
        Draft draft =
                HtmlPages.withHead(
                        """
                        <title>Storm | Gazette</title>
                        <meta property="og:title" content="Storm: read this!">
                        <meta name="DC.Title" content="Storm, a title">
                        <meta name="sailthru.date" content="2026-01-03">
                        <meta name="date" content="3 January">
                        """
                                + HtmlPages.script(
                                        "{\"@type\": \"Article\", \"headline\": \"Storm\","
                                                + " \"datePublished\": \"2026-01-02\"}"));

        assertThat(draft.article().getTitle()).isEqualTo("Storm");
        assertThat(draft.article().getPublished()).isEqualTo("2026-01-02");
        assertThat(draft.extensions())
                .containsEntry("html:title", "Storm | Gazette")
                .containsEntry("og:title", "Storm: read this!")
                .containsEntry("dc.title", "Storm, a title")
                .containsEntry("sailthru.date", "2026-01-03")
                .containsEntry("date", "3 January")
                .containsEntry("ld:headline", "Storm");
    }

    @Test
    void aMetaElementWithAValueInPlaceOfContentIsReadToo() {
        Draft draft =
                HtmlPages.withHead("<meta name='og:title' value='Storm'><meta name=x value=''>");

        assertThat(draft.article().getTitle()).isEqualTo("Storm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"byl", "byline", "Search.Byline"})
    void aBylineIsDeclaredInManyWays(String name) {
        Draft draft = HtmlPages.withHead("<meta name='%s' content='Ann Example'>".formatted(name));

        assertThat(draft.article().getAuthors())
                .extracting(Agent::getName)
                .containsExactly("Ann Example");
    }

    @Test
    void aCardsLabelSaysWhoTheAuthorIs() {
        Draft draft =
                HtmlPages.withHead(
                        "<meta name='twitter:creator' content='@gull'>"
                                + "<meta name='twitter:label1' content='Verfasst von'>"
                                + "<meta name='twitter:data1' content='Ann Example'>"
                                + "<meta name='twitter:label2' content='Reading time'>"
                                + "<meta name='twitter:data2' content='9 minutes'>");

        assertThat(draft.article().getAuthors())
                .extracting(Agent::getName)
                .containsExactly("Ann Example");
    }

    @Test
    void aPaperOfALibraryHasItsAuthors() {
        Draft draft =
                HtmlPages.withHead(
                        "<meta name=citation_title content='Tides'>"
                                + "<meta name=citation_author content='Example, Ann'>"
                                + "<meta name=citation_author content='Muster, Ben'>");

        assertThat(draft.article().getTitle()).isEqualTo("Tides");
        assertThat(draft.article().getAuthors())
                .extracting(Agent::getName)
                .containsExactly("Example, Ann", "Muster, Ben");
    }

    @Test
    void whatIsAbbreviatedIsInTheTitle() {
        Draft draft =
                HtmlPages.read(
                        "<p><abbr itemprop=datePublished title='2026-01-02T10:52:00Z'>10:52</abbr>");

        assertThat(draft.article().getPublished()).isEqualTo("2026-01-02T10:52:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "property, article:published_time",
        "name, parsely-pub-date",
        "name, sailthru.date",
        "name, DC.date.issued",
        "name, dcterms.created",
        "name, dc:date",
        "itemprop, datePublished",
        "name, pubdate",
        "name, citation_publication_date",
        "name, publish-date",
        "name, date"
    })
    void aDateIsFoundUnderEachOfItsNames(String attribute, String name) {
        Draft draft =
                HtmlPages.withHead(
                        "<meta %s='%s' content='2026-01-02'>".formatted(attribute, name));

        assertThat(draft.article().getPublished()).isEqualTo("2026-01-02");
    }

    @Test
    void microdataOfTheArticleCountsAndThatOfCommentsDoesNot() {
        Draft draft =
                HtmlPages.read(
                        """
                        <html lang="de"><body itemscope itemtype="https://schema.org/WebPage">
                        <article itemscope itemtype="https://schema.org/NewsArticle">
                        <h1 itemprop="headline">Storm</h1>
                        <div itemprop="comment" itemscope itemtype="https://schema.org/Comment">
                        <span itemprop="author">A Reader</span>
                        <time itemprop="datePublished" datetime="2026-02-02">later</time></div>
                        <span itemprop="author" itemscope itemtype="https://schema.org/Person">
                        by <b itemprop="name">Ada Miller</b></span>
                        <time itemprop="datePublished" datetime="2026-01-02">today</time>
                        <p itemprop="description">It blew.</p></article>
                        <aside itemscope itemtype="https://schema.org/NewsArticle">
                        <h2 itemprop="headline">Other</h2></aside></body></html>
                        """);

        assertThat(draft.article().getTitle()).isEqualTo("Storm");
        assertThat(draft.article().getSummary()).isEqualTo("It blew.");
        assertThat(draft.article().getPublished()).isEqualTo("2026-01-02");
        assertThat(draft.article().getLanguage()).isEqualTo("de");
        assertThat(draft.article().getAuthors())
                .extracting(Agent::getName)
                .containsExactly("Ada Miller");
    }

    @Test
    void onlyATimeMarkedAsThatOfPublicationIsTaken() {
        Draft marked =
                HtmlPages.read(
                        "<html><body><time datetime='2026-02-02'>now</time>"
                                + "<time class='entry-date published' datetime='2026-01-02'>x</time>");
        Draft bare = HtmlPages.read("<html><body><time datetime='2026-02-02'>now</time>");

        assertThat(marked.article().getPublished()).isEqualTo("2026-01-02");
        assertThat(bare.article().getPublished()).isNull();
    }

    @Test
    void anAddressIsAnAuthorOnlyWhereNobodyGivesAName() {
        String profile = "<meta property='article:author' content='https://social.example/ada'>";
        Draft named = HtmlPages.withHead(profile + "<meta name='byl' content='By Ada Miller'>");
        Draft nameless = HtmlPages.withHead(profile);

        assertThat(named.article().getAuthors())
                .extracting(Agent::getName)
                .containsExactly("By Ada Miller");
        assertThat(nameless.article().getAuthors())
                .extracting(Agent::getName, Agent::getUri)
                .containsExactly(tuple("https://social.example/ada", "https://social.example/ada"));
    }

    @Test
    void whatOpenGraphSaysOfAnImageStaysWithIt() {
        Draft draft =
                HtmlPages.withHead(
                        """
                        <meta property="og:image" content="https://img.example/a.jpg">
                        <meta property="og:image:secure_url" content="https://img.example/s.jpg">
                        <meta property="og:image:width" content="1200">
                        <meta property="og:image" content="https://img.example/b.jpg">
                        <meta property="og:image:alt" content="Waves">
                        <meta name="twitter:image" content="https://img.example/c.jpg">
                        """);

        assertThat(draft.images())
                .extracting(RawImage::getField, RawImage::getPosition, RawImage::getAlt)
                .containsExactly(
                        tuple("og:image", 0, null),
                        tuple("og:image", 1, "Waves"),
                        tuple("og:image:secure_url", 0, null),
                        tuple("twitter:image", 0, null));
        assertThat(draft.images().get(2).getAttributes()).containsEntry("width", "1200");
    }

    @Test
    void tagsAndKeywordsAreCategoriesOnce() {
        Draft draft =
                HtmlPages.withHead(
                        """
                        <meta property="article:section" content="Weather">
                        <meta property="article:tag" content="wind">
                        <meta name="keywords" content="wind, rain，海">
                        """);

        assertThat(draft.categories())
                .extracting(Category::getTerm, Category::getScheme)
                .containsExactly(
                        tuple("Weather", null),
                        tuple("wind", "tag"),
                        tuple("rain", "tag"),
                        tuple("海", "tag"));
    }
}
