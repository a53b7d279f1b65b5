package io.broadsheet.enrich.step.maintext;

import static io.broadsheet.enrich.step.maintext.MadePage.STORY;
import static io.broadsheet.enrich.step.maintext.MadePage.textOf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is done where names and shares lead to one place, and paragraphs stand in another. */
class SecondOpinionTest {

    private static final String TITLE = "<h1>The late ferry</h1>";
    private static final String LONG = STORY + STORY.replace("ferry", "boat") + STORY;
    private static final String FIRST = "The ferry to the island";
    private static final String TEASER =
            """
            <li><a href=/mill>A mill on the river burns for a night and a day</a><p>It took forty men
            to put out the fire, and none of them slept before the next morning, they say.</p></li>
            """;
    private static final String OTHER =
            "<div><p>Quite another story, which is about a mill on the river and not a boat.</p></div>";
    private static final String TEASERS = "<ul>" + TEASER.repeat(12) + "</ul>";

    @Test
    void anArticleInWhatIsNamedAsChromeIsFound() {
        String modal = "<div class=modal-target>" + TITLE + "<article>" + LONG + "</article></div>";

        assertThat(textOf("<div><div>" + TEASERS + "</div></div>" + modal))
                .startsWith(FIRST)
                .doesNotContain("mill");
    }

    @Test
    void linksBesideTheParagraphsAreOfOthers() {
        String links = "<a href=/a>One of many stories of this site</a><br>".repeat(30);
        String rest = "<div>" + links + "</div><div>" + TEASER.repeat(2) + "</div>";

        assertThat(textOf(TITLE + "<div>" + LONG + "</div>" + rest))
                .startsWith(FIRST)
                .doesNotContain("mill");
    }

    @Test
    void chromeThatHoldsNoArticleIsNone() {
        String modal = "<div class=modal-target>" + TITLE + LONG + LONG + "</div>";

        assertThat(textOf(OTHER.repeat(30) + modal)).doesNotContain(FIRST);
    }

    @Test
    void whatReadersWroteIsNoArticle() {
        String comments =
                "<div class=comments>" + TITLE + "<article>" + LONG + LONG + "</article></div>";

        assertThat(textOf(OTHER.repeat(30) + comments)).doesNotContain(FIRST);
    }
}
