package io.broadsheet.enrich.step.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.Basis;
import io.broadsheet.v1.QualityFlag;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

/** Text, captions and safe HTML of bodies as they come. */
class BodyStepTest {

    private static final String GREY =
            "<p style='text-align:center'><span style='color:#666'>%s</span></p>";
    private static final String IMAGE = "<p align=center><img src='https://h.example/a.jpg'></p>";

    private final BodyStep step = new BodyStep();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>一行\\n二行</p>|一行二行",
                "<p>他说\\n“好”</p>|他说“好”",
                "<p>one\\ntwo</p>|one two",
                "<p>한국\\n사람</p>|한국 사람",
                "<p>用\\nKafka</p>|用 Kafka",
                "<p>a  b\\t c</p>|a b c",
                "<p>组</p><p>会</p>|组\\n会",
                "<p>a<br>b</p>|a\\nb",
                "<p>小<span>组</span><b>会</b></p>|小组会",
                "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>|a b\\nc",
                "<p>x<script>y</script><style>z</style></p>|x",
                "<ul><li>a<li>b</ul>|a\\nb",
            })
    void textIsAsAReaderSeesIt(String html, String text) {
        assertThat(read(html.replace("\\n", "\n").replace("\\t", "\t")).text())
                .isEqualTo(text.replace("\\n", "\n"));
    }

    @Test
    void aCentredGreyLineUnderAnImageIsItsCaption() {
        Body body = read(IMAGE + GREY.formatted("桥头的灯") + "<p>正文。</p>");

        assertThat(body.images().getFirst().caption())
                .contains(new Caption("桥头的灯", Basis.INFERRED, Optional.empty()));
        assertThat(body.text()).isEqualTo("正文。");
        assertThat(body.html()).contains("桥头的灯");
        assertThat(codes(body)).contains("CAPTION_INFERRED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style='color:#666666'>grey, not centred</p>",
                "<p style='text-align:center'>centred, not grey</p>",
                "<p style='text-align:center'><span style='color:#666'>half</span> and half more</p>",
                "<p style='text-align:center;color:#000'>black</p>",
                "<p style='text-align:center;color:red'>red</p>",
            })
    void whatDoesNotLookLikeACaptionStaysText(String paragraph) {
        assertThat(read(IMAGE + paragraph).images().getFirst().caption()).isEmpty();
    }

    @Test
    void aCaptionThatIsLongIsText() {
        assertThat(read(IMAGE + GREY.formatted("字".repeat(151))).text()).hasSize(151);
    }

    @Test
    void aGreyLineAfterTextIsText() {
        assertThat(read(IMAGE + "<p>x</p>" + GREY.formatted("later")).text()).isEqualTo("x\nlater");
    }

    @Test
    void aFigcaptionBelongsToItsFigureAndLeavesTheText() {
        Body body =
                read(
                        "<figure><img src=a.png alt='A'><figcaption>One <i>two</i></figcaption>"
                                + "</figure><figure><img src=b.png></figure><p>t</p>");

        assertThat(body.images())
                .containsExactly(
                        new InlineImage(
                                "a.png",
                                Optional.of("A"),
                                Optional.of(
                                        new Caption("One two", Basis.EXTRACTED, Optional.empty()))),
                        new InlineImage("b.png", Optional.empty(), Optional.empty()));
        assertThat(body.text()).isEqualTo("t");
    }

    @Test
    void theFigcaptionOfATableStaysInTheText() {
        assertThat(
                        read("<figure><table><tr><td>1</table><figcaption>T</figcaption></figure>")
                                .text())
                .isEqualTo("1\nT");
    }

    @Test
    void aLazyImageIsThePictureAndNotItsPlaceholder() {
        Body body = read("<img src='data:image/gif;base64,R0' data-src='https://h.example/a.jpg'>");

        assertThat(body.images().getFirst().url()).isEqualTo("https://h.example/a.jpg");
        assertThat(body.html()).isEqualTo("<img src=\"https://h.example/a.jpg\">");
    }

    @Test
    void aPictureInSeveralSizesIsOneInItsLargest() {
        Body body =
                read(
                        "<p><picture><source type=image/heic srcset='a.heic 9000w'>"
                                + "<source type=image/webp srcset='a-8.webp 800w, a-16.webp 1600w'>"
                                + "<img src=a.jpg alt=A></picture></p>"
                                + "<noscript><img src=b.jpg></noscript>");

        assertThat(body.images())
                .extracting(InlineImage::url)
                .containsExactly("a-16.webp", "b.jpg");
        assertThat(body.html())
                .isEqualTo(
                        "<p><img src=\"https://site.example/a/a-16.webp\" alt=\"A\"></p>"
                                + "<img src=\"https://site.example/a/b.jpg\">");
    }

    @Test
    void whatTheMarkupSaysItIsRelativeToIsTold() {
        assertThat(read("<base href='/pictures/'><img src=a.jpg>").base())
                .contains("https://site.example/pictures/");
        assertThat(read("<img src=a.jpg>").base()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p onclick=x()>a</p>|<p>a</p>",
                "<a href='javascript:x()'>a</a>|<a>a</a>",
                "<a href=' java\\tscript:x()'>a</a>|<a>a</a>",
                "<p>g<img src='data:text/html,x'></p>|<p>g</p>",
                "<p>h<img src='data:text/html,x' alt=i></p>|<p>h<img alt=\"i\"></p>",
                "<svg><script>x</script></svg>b|b",
                "<math><mtext><style><img src=x onerror=y></style></math>b|b",
                "<form action=x><input name=body>c</form>|c",
                "<noscript><style><p>x</style></noscript><p>d</p>|<p>d</p>",
                "<p style='background:url(x)'>e</p>|<p>e</p>",
                "<base href='https://evil.example/'><p>f</p>|<p>f</p>",
            })
    void whatActsIsRemoved(String html, String safe) {
        Body body = read(html.replace("\\t", "\t"));

        assertThat(body.html()).isEqualTo(safe);
    }

    @Test
    void removalOfWhatActsIsFlaggedAndOfLooksIsNot() {
        assertThat(codes(read("<p>a<script>x</script></p>"))).containsExactly("HTML_CLEANED");
        assertThat(
                        codes(
                                read(
                                        "<center><font color=red><p style='color:red'>a</p></font></center>")))
                .isEmpty();
    }

    @Test
    void aFrameBecomesALinkAndIsABodyOfItsOwn() {
        Body body = read("<iframe src='//video.example/1'></iframe>");

        assertThat(body.html())
                .isEqualTo(
                        "<p><a href=\"https://video.example/1\">https://video.example/1</a></p>");
        assertThat(body.text()).isEmpty();
        assertThat(codes(body)).containsExactly("HTML_CLEANED");
    }

    @Test
    void relativeLinksAreAbsoluteWhereABaseIsKnown() {
        assertThat(read("<a href=b>c</a>").html())
                .isEqualTo("<a href=\"https://site.example/a/b\">c</a>");
    }

    @Test
    void markdownIsABodyLikeAnyOther() {
        Body body =
                step.read(
                        new Markup(
                                "# A\n\nb *c*\n\n![d](https://h.example/e.png)",
                                Markup.Kind.MARKDOWN,
                                Optional.empty()));

        assertThat(body.text()).isEqualTo("A\nb c");
        assertThat(body.images())
                .extracting(InlineImage::url)
                .containsExactly("https://h.example/e.png");
    }

    @Test
    void plainTextIsNotMarkup() {
        var plain = new Markup("a <b>\n\n1 & 2", Markup.Kind.PLAIN, Optional.empty());

        assertThat(step.read(plain).text()).isEqualTo("a <b>\n1 & 2");
    }

    @Test
    void aPageIsReadWithoutWhatSurroundsTheArticle() {
        String first = "The first paragraph of an article about lanterns. ".repeat(4);
        String page =
                "<html><body><nav><a href=/>Home of everything we have to offer you</a></nav>"
                        + "<div><h1>T</h1><p>"
                        + first
                        + "</p><p>And the second, which ends it well.</p></div>"
                        + "<footer>Imprint, contact, and all the rest of it</footer></body></html>";
        var markup = new Markup(page, Markup.Kind.HTML_PAGE, Optional.empty());

        assertThat(step.read(markup).text()).startsWith("T\nThe first").endsWith("ends it well.");
    }

    @Test
    void whatAPageWritesUnderAPictureIsItsCaption() {
        String sentence = "A sentence of an article about lanterns, which is long enough. ";
        String page =
                "<html><body><article><p>"
                        + sentence.repeat(3)
                        + "</p><div class=photo><img src=https://h.example/a.jpg>"
                        + "<div class=photo-caption>A bridge at night</div></div>"
                        + "<div class=caption>What a script shows the picture of</div><p>"
                        + sentence.repeat(3)
                        + "</p></article></body></html>";
        Body body = step.read(new Markup(page, Markup.Kind.HTML_PAGE, Optional.empty()));

        assertThat(body.images().getFirst().caption())
                .contains(new Caption("A bridge at night", Basis.EXTRACTED, Optional.empty()));
        assertThat(body.text()).doesNotContain("bridge").doesNotContain("script");
        assertThat(body.html()).contains("A bridge at night").contains("What a script");
    }

    @Test
    void aPageThatAScriptFillsHasTheBodyThatItDeclares() {
        String sentence = "A sentence of an article about lanterns, which is long enough. ";
        String page =
                "<html><head><script type=application/ld+json>{\"articleBody\":\""
                        + sentence.repeat(8)
                        + "\"}</script></head><body><div id=app></div></body></html>";
        Body body = step.read(new Markup(page, Markup.Kind.HTML_PAGE, Optional.empty()));

        assertThat(body.text()).isEqualTo(sentence.repeat(8).strip());
        assertThat(codes(body)).contains("BODY_FROM_LINKED_DATA");
    }

    @Test
    void aPictureThatCannotBeShownIsNoEmptyBody() {
        Body body = read("<img src='data:image/png;base64,iVBORw0KGgo='>");

        assertThat(body.html()).isEmpty();
        assertThat(body.images()).hasSize(1);
        assertThat(codes(body)).doesNotContain("BODY_EMPTY");
    }

    @Test
    void nothingIsAnEmptyBody() {
        assertThat(codes(read("<div> \n <p>&nbsp;</p></div>"))).isEmpty();
        assertThat(codes(read(" \n "))).containsExactly("BODY_EMPTY");
    }

    @Test
    void tooMuchIsCutAndFlagged() {
        Body body = read("<p>" + "字".repeat(BodyStep.CHARS_MAX));

        assertThat(codes(body)).containsExactly("BODY_TRUNCATED");
        assertThat(body.text()).hasSize(BodyStep.CHARS_MAX - "<p>".length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<b>",
                "<a href=x><p>",
                "<table><tr><td>",
                "<!--",
                "<p",
                "<font a><p>",
                "<svg>",
                "<select><option>",
                "\"&",
                "<img src=a>",
                "<iframe src='http://h.example/'>",
                "</p>",
                "<![CDATA["
            })
    void hostileMarkupGivesABoundedBody(String piece) {
        String html = piece.repeat(100_000 / piece.length()) + "end";

        Body body = read(html);

        assertThat(body.html().length())
                .isLessThanOrEqualTo(html.length() + BodyStep.GROWTH_CHARS_MAX);
        assertThat(body.text().length()).isLessThanOrEqualTo(html.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*a _b ", "[", "> ", "- ", "[a](", "![", "`", "<"})
    void hostileMarkdownGivesABody(String piece) {
        String markdown = piece.repeat(20_000);

        Body body = step.read(new Markup(markdown, Markup.Kind.MARKDOWN, Optional.empty()));

        assertThat(body.text().length()).isLessThanOrEqualTo(markdown.length());
    }

    private Body read(String html) {
        return step.read(
                new Markup(
                        html, Markup.Kind.HTML_FRAGMENT, Optional.of("https://site.example/a/")));
    }

    private static java.util.List<String> codes(Body body) {
        return body.flags().stream().map(QualityFlag::getCode).toList();
    }
}
