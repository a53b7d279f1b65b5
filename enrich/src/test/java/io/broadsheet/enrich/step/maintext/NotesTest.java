package io.broadsheet.enrich.step.maintext;

import static io.broadsheet.enrich.step.maintext.MadePage.STORY;
import static io.broadsheet.enrich.step.maintext.MadePage.textOf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes that stand where a reader of the text alone would not look for them. */
class NotesTest {

    private static String article(String more) {
        return "<article>" + STORY + more + "</article>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<aside class=fna-content style='display:none'>The fog came from the north.</aside>",
                "<section class=footnotes hidden><p>The fog came from the north.</p></section>",
            })
    void notesThatAPageShowsOnRequestAreRead(String notes) {
        assertThat(textOf(article(notes))).endsWith("The fog came from the north.");
    }

    @Test
    void aHiddenCopyOfNotesThatAreShownIsNotRead() {
        String notes = "<div class=footnotes><p>The fog came from the north.</p></div>";
        String copy = "<div class=footnote style='display: none'>The fog, once more.</div>";

        assertThat(textOf(article(copy + notes)))
                .contains("The fog came from the north.")
                .doesNotContain("once more");
    }

    @Test
    void aNoteInTheMidstOfASentenceStandsBehindTheText() {
        String noted =
                "<p>The harbour<span class=sidenote>Built in the time of the old queen.</span> is"
                        + " too small for the ferry, as everyone on the island knows.</p>";

        assertThat(textOf(article(noted)))
                .contains("The harbour is too small for the ferry")
                .endsWith("Built in the time of the old queen.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "display:none",
                "color: red; DISPLAY : none",
                "visibility: hidden !important"
            })
    void whatAStyleHidesIsNotRead(String style) {
        String hidden = "<p style='" + style + "'>Nobody sees this sentence, however long.</p>";

        assertThat(textOf(article(hidden))).doesNotContain("Nobody");
    }

    @Test
    void aVariableOfAStyleHidesNothing() {
        String shown = "<p style='--footer-display: none'>Everybody sees this long sentence.</p>";

        assertThat(textOf(article(shown))).contains("Everybody");
    }
}
