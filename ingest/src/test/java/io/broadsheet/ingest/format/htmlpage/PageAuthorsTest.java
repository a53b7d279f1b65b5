package io.broadsheet.ingest.format.htmlpage;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.Agent;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Whom a page declares as its authors, where it declares more than people. */
class PageAuthorsTest {

    private static final String OUTLET = "<meta property='og:site_name' content='Daily Gull'>";

    @Test
    void whoWroteTheArticleComesBeforeWhoMakesTheSite() {
        assertThat(
                        authors(
                                "<meta name='author' content='Gull Media Inc.'>"
                                        + "<meta property='article:author' content='Ada Miller'>"))
                .containsExactly("Ada Miller");
        assertThat(
                        authors(
                                "<meta name='author' content='Gull Media Inc.'>"
                                        + "<meta name='cXenseParse:author' content='Ada Miller'>"))
                .containsExactly("Ada Miller");
    }

    @Test
    void theOutletIsTheAuthorOnlyWhereNobodyElseIsNamed() {
        String outlet = OUTLET + "<meta name='author' content='Daily Gull'>";

        assertThat(authors(outlet + "<meta name='byl' content='By Ada Miller'>"))
                .containsExactly("By Ada Miller");
        assertThat(authors(outlet)).containsExactly("Daily Gull");
    }

    @Test
    void linkedDataThatNamesTheOutletYieldsToAName() {
        String linked =
                OUTLET
                        + HtmlPages.script(
                                """
                                {"@type":"NewsArticle","author":{"name":"Daily Gull"}}\
                                """);

        assertThat(authors(linked + "<meta name='author' content='Ada Miller'>"))
                .containsExactly("Ada Miller");
        assertThat(authors(linked + "<meta name='twitter:creator' content='@ada'>"))
                .containsExactly("Daily Gull");
    }

    @Test
    void theAccountOfTheOutletIsNoAuthor() {
        String site = "<meta name='twitter:site' content='@gull'>";

        assertThat(authors(site + "<meta name='twitter:creator' content='@gull'>")).isEmpty();
        assertThat(authors(site + "<meta name='twitter:creator' content='@ada'>"))
                .containsExactly("@ada");
        assertThat(authors("<meta name='twitter:creator' content='@https://social.example/a'>"))
                .isEmpty();
    }

    @Test
    void thePageHasTheAuthorThatItsArticleWouldHave() {
        String page =
                """
                {"@graph":[{"@type":"WebPage","name":"Storm","author":{"@id":"#ada"}},
                {"@type":"Person","@id":"#ada","name":"Ada Miller"}]}
                """;

        assertThat(authors(HtmlPages.script(page))).containsExactly("Ada Miller");
    }

    @Test
    void anItemThatForgetsToSaySoHasAName() {
        Draft draft =
                HtmlPages.read(
                        "<html><body><div itemprop=author><meta itemprop=name content='Ada Miller'>"
                                + "<meta itemprop=url content='https://social.example/ada'></div>");

        assertThat(draft.article().getAuthors())
                .extracting(Agent::getName)
                .containsExactly("Ada Miller");
    }

    @Test
    void halfAPageIsNobodysName() {
        String name = "<span itemprop=author>Ada Miller</span>";
        String page = "<div itemprop=author>" + "<i>x</i>".repeat(600) + "</div>";

        assertThat(HtmlPages.read("<html><body>" + page + name).article().getAuthors())
                .extracting(Agent::getName)
                .containsExactly("Ada Miller");
    }

    @Test
    void aTitleThatTextHasMovedIntoTheBodyIsOneAndThatOfAPictureIsNot() {
        Draft moved = HtmlPages.read("&nbsp;<html><head><title>Storm</title></head><p>It blew.");
        Draft picture = HtmlPages.read("<html><body><svg><title>Menu</title></svg><p>It blew.");

        assertThat(moved.article().getTitle()).isEqualTo("Storm");
        assertThat(picture.article().getTitle()).isNull();
    }

    @Test
    void aTimeInAListIsOfAnotherArticle() {
        Draft draft =
                HtmlPages.read(
                        "<html><body><li><time class=published datetime='2026-02-02'>x</time></li>"
                                + "<div class=related-posts>"
                                + "<time class=published datetime='2026-02-03'>x</time></div>"
                                + "<time class=published datetime='2026-01-02'>x</time>");

        assertThat(draft.article().getPublished()).isEqualTo("2026-01-02");
    }

    private static List<String> authors(String head) {
        return HtmlPages.withHead(head).article().getAuthors().stream()
                .map(Agent::getName)
                .toList();
    }
}
