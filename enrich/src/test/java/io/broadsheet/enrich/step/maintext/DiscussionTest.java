package io.broadsheet.enrich.step.maintext;

import static io.broadsheet.enrich.step.maintext.MadePage.STORY;
import static io.broadsheet.enrich.step.maintext.MadePage.page;
import static io.broadsheet.enrich.step.maintext.MadePage.textOf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pages that are about what readers wrote. */
class DiscussionTest {

    private static final String POST = "<div><p>Is the ferry late again?</p></div>";
    private static final String COMMENT =
            """
            <div class="thing comment"><p><a href=/ann>ann</a> 3 points</p>
            <p>Comment %s: it waits for the fog to go, and the captain says that it may take long.</p>
            <div class="thing comment"><p>Answer %s.</p></div></div>
            """;
    private static final String COMMENTS =
            "<div class=commentlist>"
                    + COMMENT.formatted("one", "to one")
                    + COMMENT.formatted("two", "to two")
                    + "</div>";

    @Test
    void commentsAreTheArticleOfADiscussion() {
        assertThat(textOf("<div id=content>" + POST + COMMENTS + "</div>"))
                .contains("Is the ferry late again?")
                .contains("Comment one:")
                .contains("Answer to one.")
                .contains("Comment two:")
                .endsWith("Answer to two.");
    }

    @Test
    void commentsUnderAnArticleAreNotOfIt() {
        String article = "<div class=post>" + STORY.repeat(3) + "</div>";

        assertThat(textOf(article + COMMENTS.repeat(4)))
                .contains("ferry")
                .doesNotContain("Comment");
    }

    @Test
    void commentsOfAPageThatSaysThatItIsAnArticleAreNotOfIt() {
        var page = page("<div>" + STORY + "</div>" + COMMENTS.repeat(4));
        page.head().append("<meta property=og:type content=article>");

        assertThat(textOf(page)).contains("ferry").doesNotContain("Comment");
    }
}
