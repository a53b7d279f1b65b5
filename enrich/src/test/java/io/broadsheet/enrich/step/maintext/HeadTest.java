package io.broadsheet.enrich.step.maintext;

import static io.broadsheet.enrich.step.maintext.MadePage.STORY;
import static io.broadsheet.enrich.step.maintext.MadePage.textOf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands over an article, and in its midst, and is none of it. */
class HeadTest {

    private static final String FIRST = "The ferry to the island";
    private static final String LEAD =
            "<p>Nobody on the island had expected the fog, and nobody had a boat.</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Daily Gull, Thursday 6 June 2024 15.45 BST</p>",
                "<div>Daily Gull | Ann Example | Thursday, June 06, 2024</div>",
                "<div>By Ann Example, Wednesday, 20 November 2024 08:05 GMT</div>",
            })
    void underALeadTheDayIsNoText(String stamp) {
        String inside = "<h1>The late ferry</h1>" + LEAD + stamp + STORY;

        assertThat(textOf("<article>" + inside + "</article>"))
                .startsWith("Nobody on the island")
                .doesNotContain("2024");
    }

    @Test
    void betweenTitleAndBodyTheDayIsNoLead() {
        String page =
                "<div><h1>The late ferry</h1><ul><li>Daily Gull, Thursday 6 June 2024 15.45 BST</li>"
                        + "</ul></div><div class=article-body>"
                        + STORY
                        + "</div>";

        assertThat(textOf(page)).startsWith(FIRST);
    }

    @Test
    void aDayFurtherDownStays() {
        String page = "<article>" + STORY.repeat(3) + "<p>Harbour log, 6 June 2024</p>" + STORY;

        assertThat(textOf(page)).contains("Harbour log, 6 June 2024");
    }

    @Test
    void aHeadingWithTheWordsOfTheTitleIsTheTitle() {
        var page =
                MadePage.titled(
                        "Why the very late ferry of the island waits so long for fog",
                        "<article><h1>The late ferry waits for fog</h1>" + STORY + "</article>");

        assertThat(textOf(page)).startsWith(FIRST);
    }

    @Test
    void aLineUnderAPictureInItsFrameIsItsCaption() {
        String frame =
                "<div class=caption><img src=/fog.jpg width=400 height=300>"
                        + "<span>Its lamps were seen from the quay, long before the ship</span></div>";
        var page = MadePage.page("<article>" + STORY.repeat(2) + frame + STORY + "</article>");

        assertThat(MainText.of(page).element().select("figcaption").text())
                .startsWith("Its lamps were seen");
    }

    @Test
    void aLineUnderAPictureIsNoLead() {
        String frame =
                "<div><h1>The late ferry</h1><div class=caption>"
                        + "<img src=/fog.jpg width=400 height=300><span>Its lamps were seen from the"
                        + " quay, long before the ship.</span></div></div>";

        assertThat(textOf(frame + "<div class=article-body>" + STORY.repeat(3) + "</div>"))
                .startsWith(FIRST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>[<a href=/more>See ten more harbours that lie in the fog.</a>]</p>",
                "<p><strong>(MORE: <a href=/more>Why ferries wait for harbours in fog</a>)</strong></p>",
                "<a class='sr-only' href=#more>Go on with the story of the late ferry</a>",
                "<div class=hiddenVisually><p>Zoom in on this story. Explore all there is to know.</p></div>",
                "<div class=article-side-rail><p>Another story, about a mill on the river.</p></div>",
                "<div class=video-player><p>How the ferry came in, seen from the lighthouse.</p></div>",
                "<div>Replay</div>",
            })
    void whatPointsElsewhereIsNoText(String part) {
        assertThat(textOf("<article>" + STORY + part + STORY + "</article>"))
                .isEqualTo(textOf("<article>" + STORY + STORY + "</article>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>ALSO:</p><p><a href=/more>Ten more harbours that lie in the fog</a></p>",
                "<h3>Top Reader Comments</h3><p>I saw it too, and I was on the quay by ten.</p>",
                "<p>Edit this article</p>",
            })
    void whatStandsBehindTheTextIsNoText(String part) {
        assertThat(textOf("<article>" + STORY + STORY + part + "</article>"))
                .isEqualTo(textOf("<article>" + STORY + STORY + "</article>"));
    }

    @Test
    void aLineUnderAPictureThatEndsWithItsCreditIsItsCaption() {
        String picture =
                "<div><img src=/fog.jpg width=400 height=300><p>The quay in the fog, May 15, 2024."
                        + " Photo: REUTERS/Ann Example</p></div>";

        var found =
                MainText.of(MadePage.page("<article>" + STORY + picture + STORY + "</article>"));
        assertThat(found.element().select("figcaption").text()).endsWith("REUTERS/Ann Example");
    }

    @Test
    void aSentenceInBracketsStays() {
        String part = "<p>(All this was seen by many <a href=/p>people</a> on the quay.)</p>";

        assertThat(textOf("<article>" + STORY + part + STORY + "</article>"))
                .contains("(All this was seen");
    }
}
