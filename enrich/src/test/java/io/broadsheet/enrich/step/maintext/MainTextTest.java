package io.broadsheet.enrich.step.maintext;

import static io.broadsheet.enrich.step.maintext.MadePage.STORY;
import static io.broadsheet.enrich.step.maintext.MadePage.textOf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which part of a page is the article. */
class MainTextTest {

    private static final String FIRST = "The ferry to the island";
    private static final String LAST = "until the lighthouse could be seen again.";
    private static final String OTHER =
            "<p>Another story, about a mill on the river, which has nothing to do with ferries.</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<nav><a href=/>Home</a></nav><div class=story>%s</div>",
                "<div id=wrap><header>Daily Gull</header><main>%s</main><footer>Imprint, contact,"
                        + " and who we are as a company.</footer></div>",
                "<table><tr><td><a href=/a>A</a></td><td>%s</td></tr></table>",
                "<x-page><x-story>%s</x-story></x-page>",
                "%s",
            })
    void theArticleIsWhereTheSentencesAre(String page) {
        assertThat(textOf(page.formatted(STORY))).startsWith(FIRST).endsWith(LAST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<aside>%s</aside>",
                "<footer>%s</footer>",
                "<div role=complementary>%s</div>",
                "<div class='relatedStories'>%s</div>",
                "<div class='c-share__bar'>%s</div>",
                "<section id=comments>%s</section>",
                "<div class='newsletter-signup'>%s</div>",
                "<div class='cookieConsent'>%s</div>",
                "<div class='author-bio'>%s</div>",
                "<div style='display: none'>%s</div>",
                "<form>%s</form>",
            })
    void whatIsAroundEveryArticleIsNoPartOfIt(String chrome) {
        String page = "<article>" + STORY + chrome.formatted(OTHER) + "</article>";

        assertThat(textOf(page)).startsWith(FIRST).endsWith(LAST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<aside class='callout callout-tip'><p>Take the train.</p></aside>",
                "<div class=footnotes-footer><div class=footnote-footer>Take the train.</div></div>",
                "<p>The quay is called “<span class=tooltip-trigger><a href=/quay>Take the train.</a></span>”, and it has been called so for as long as anyone remembers.</p>",
            })
    void whatBelongsToTheTextStays(String part) {
        String page = "<h1>The late ferry</h1><article>" + STORY + part + STORY + "</article>";

        assertThat(textOf(page)).contains("Take the train.");
    }

    @Test
    void paragraphsInFramesThatAreCountedAreOneArticle() {
        String rest = "<div class=rest>" + STORY.repeat(3) + "</div>";

        assertThat(textOf("<div>" + framed("first", "second", "third") + rest + "</div>"))
                .startsWith("The ferry did not leave");
        assertThat(textOf("<div>" + framed("box", "box", "box") + rest + "</div>"))
                .startsWith(FIRST);
    }

    private static String framed(String... names) {
        String paragraph = "<p>The ferry did not leave before noon, and nobody was told why.</p>";
        var frames = new StringBuilder();
        for (String name : names) {
            frames.append("<div class=")
                    .append(name)
                    .append('>')
                    .append(paragraph)
                    .append("</div>");
        }
        return frames.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div><img src=a.png alt='The ferry at the quay of Port'></div><div>The ferry at the quay of Port</div>",
                "<div><img src=a.png></div><div>The ferry lies at the quay, and it waits. (Foto: Ann Example)</div>",
            })
    void whatAPictureSaysIsItsCaption(String picture) {
        String frame = "<div class=frame>" + picture + "</div>";
        String page = "<h1>The late ferry</h1><article>" + STORY + frame + STORY + "</article>";

        assertThat(MainText.of(MadePage.page(page)).element().select("figcaption").text())
                .contains("quay");
    }

    @Test
    void aCaptionOverTheArticleIsNoLead() {
        String caption = "<span class=pb-caption>The ferry lies at the quay, and it waits.</span>";
        String picture = "<h1>The late ferry</h1><div><img src=a.png>" + caption + "</div>";

        assertThat(textOf(picture + "<div class=article-body>" + STORY + "</div>"))
                .startsWith(FIRST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Коментари (3)",
                "15 » Comentarios ¿Quieres comentar?",
                "Hozzászólások",
                "Comments (12)"
            })
    void moreCommentsThanArticleEndItToo(String words) {
        String comments = "<h3>" + words + "</h3><div>" + OTHER.repeat(3) + "</div>";

        assertThat(textOf("<h1>The late ferry</h1><div>" + STORY + comments + "</div>"))
                .startsWith(FIRST)
                .endsWith(LAST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hirdetés",
                "[+] Enlarge",
                "Continue Reading",
                "Devenez fan de nous",
                "First published 4 May 2024, 13:21",
                "更新时间 2024年5月4日",
                "기사입력 2024-05-04 03:00:00",
            })
    void whatIsAboutThePageIsLeftOutInAnyLanguage(String line) {
        String about = "<p>" + line + "</p>";
        String page = "<h1>The late ferry</h1><article>" + STORY + about + STORY + "</article>";

        assertThat(textOf(page)).doesNotContain(line);
    }

    @Test
    void aShortSentenceIsNoChromeWhateverItsClass() {
        String part = "<p class=h2-related>Use these methods at night.</p>";
        String page = "<h1>The late ferry</h1><article>" + STORY + part + STORY + "</article>";

        assertThat(textOf(page)).contains("Use these methods at night.");
    }

    @Test
    void theFrameAroundCodeIsNotTheArticle() {
        String code = "<div class=highlight><pre>" + "ship.sail(to, island);\n".repeat(20);
        String page = "<article><p>Example of code.</p>" + code + "</pre></div></article>";

        assertThat(textOf(page)).contains("Example of code.").contains("ship.sail");
    }

    @Test
    void aTableBeforeTheFirstSentenceStays() {
        String page =
                "<h1>The late ferry</h1><article><table><tr><td>Ferry</td><td>Harbour</td></tr>"
                        + "<tr><td>Ann</td><td>North</td></tr></table>"
                        + STORY
                        + "</article>";

        assertThat(textOf(page)).contains("Ferry Harbour Ann North");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a name=top>", "<a href='javascript:'>"})
    void whatLeadsNowhereIsNoLink(String anchor) {
        assertThat(textOf("<div>" + anchor + STORY + "</a></div>")).contains("Its captain waited");
    }

    @Test
    void aTableOfContentsGoes() {
        String page =
                "<h1>The late ferry</h1><article><ul><li><a href='#fog'>Fog</a></li>"
                        + "<li><a href='#quay'>Quay</a></li></ul>"
                        + STORY
                        + "</article>";

        assertThat(textOf(page)).doesNotContain("Quay");
    }

    @Test
    void aBodyInATemplateIsShown() {
        String page =
                "<h1>The late ferry</h1><div itemprop=articleBody><script type='text/template'>"
                        + STORY
                        + "</script><noscript>Turn it on.</noscript></div>";

        assertThat(textOf(page)).contains("Its captain waited").doesNotContain("Turn it on");
    }

    @Test
    void aTemplateBesideTextIsOfSomethingElse() {
        String page =
                "<h1>The late ferry</h1><div itemprop=articleBody>"
                        + STORY
                        + "<script type='text/template'><p>Buy a ticket {{here}}.</p></script></div>";

        assertThat(textOf(page)).doesNotContain("ticket");
    }

    @Test
    void aNameThatMisleadsDoesNotHideTheWholeArticle() {
        assertThat(
                        textOf(
                                "<div class=footer-content><div class=sidebar-less>"
                                        + STORY.repeat(4)
                                        + "</div></div>"))
                .startsWith(FIRST);
    }

    @Test
    void aLongerListOfTeasersDoesNotWinOverTheArticleUnderTheTitle() {
        String teasers =
                "<div class=grid>" + ("<div><h3>Mill</h3>" + OTHER + "</div>").repeat(4) + "</div>";
        String page =
                "<main><div><h1>The late ferry</h1>"
                        + STORY.repeat(2)
                        + "</div>"
                        + teasers
                        + "</main>";

        assertThat(textOf(page)).startsWith(FIRST).doesNotContain("mill");
    }

    @Test
    void anArticleInSeveralPartsIsKeptWhole() {
        String part = "<div class=part>" + STORY + "</div>";

        assertThat(textOf("<div>" + part + part + part + "</div>").split(LAST, -1)).hasSize(4);
    }

    @Test
    void theTitleAndWhatIsBetweenItAndTheTextGo() {
        String page =
                "<article><div>News</div><h1>The late ferry</h1><p class=byline>By Ann Example</p>"
                        + "<div>4 May 2024, 10:15</div>"
                        + STORY
                        + "</article>";

        assertThat(textOf(page)).startsWith(FIRST);
    }

    @Test
    void aLeadBetweenTitleAndBodyIsPartOfTheArticle() {
        String page =
                "<header><h1>The late ferry</h1><p class=intro>Fog kept the island waiting, for the third"
                        + " time in one week.</p></header><div class=article-body>"
                        + STORY.repeat(2)
                        + "</div>";

        assertThat(textOf(page)).startsWith("Fog kept the island waiting").contains(FIRST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h3>Related articles</h3><p>The mill on the river</p>",
                "<p>Leave a comment</p><p>Name</p>",
                "<h4>Das könnte Sie auch interessieren</h4><div>Die Mühle</div>",
                "<p>Photo: Ann Example</p>",
                "<p>© 2024 Daily Gull</p>",
                "<p><a href=/a>Mills</a></p>",
                "<h3>Tides</h3>",
                "<ul><li><a href=/a>A mill turns again after forty years</a></li></ul>",
            })
    void whatFollowsAnArticleOnManyPagesGoes(String tail) {
        assertThat(textOf("<article>" + STORY.repeat(2) + tail + "</article>")).endsWith(LAST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h2>What the captain says</h2>",
                "<ul><li>Ann Example</li><li>Ben Muster</li></ul>",
                "<table><tr><th>Day</th><th>Fog</th></tr><tr><td><a href=/m>Monday</a></td><td>yes</td></tr></table>",
                "<pre><code><span class=comment># waits</span> wait 60</code></pre>",
                "<blockquote>We saw nothing.</blockquote>",
                "<p>Nothing moved.</p>",
                "<p>See <a href=/a>the log of the harbour</a>, <a href=/b>that of the lighthouse and the tide tables</a>, too.</p>",
            })
    void whatAnArticleIsMadeOfStays(String piece) {
        String text = MadePage.page(piece).text().replace("The late ferry", "").strip();

        assertThat(textOf("<article>" + STORY + piece + STORY + "</article>")).contains(text);
    }

    @Test
    void aWordOfASentenceStaysWhateverItIsCalled() {
        String page =
                "<article><p><span class=dateline>PORT EXAMPLE</span> – "
                        + STORY.substring(3)
                        + "</article>";

        assertThat(textOf(page)).startsWith("PORT EXAMPLE – The ferry");
    }

    @Test
    void footnotesInAnotherPartOfThePageAreKept() {
        String page =
                "<article>"
                        + STORY
                        + "</article><div class=footnotes>1. The log of the harbour.</div>";

        assertThat(textOf(page)).endsWith("1. The log of the harbour.");
    }

    @Test
    void shortTextsAreArticlesToo() {
        assertThat(textOf("<nav><a href=/>Home</a></nav><article><p>Closed today.</p></article>"))
                .isEqualTo("Closed today.");
    }
}
