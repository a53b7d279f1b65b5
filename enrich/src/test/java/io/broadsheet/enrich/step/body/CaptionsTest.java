package io.broadsheet.enrich.step.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.Basis;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/** What becomes a caption, and what stays text. */
class CaptionsTest {

    private static final String IMAGE = "<p><img src=a.jpg></p>";

    private final BodyStep step = new BodyStep();

    private Body body(String html) {
        return step.read(new Markup(html, Markup.Kind.HTML_FRAGMENT, Optional.empty()));
    }

    private static Optional<Caption> caption(Body body) {
        return body.images().getFirst().caption();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "caption",
                "wp-caption-text",
                "news-img-caption",
                "article__image-caption",
                "imageCaption",
                "figure__caption small",
                "cutline"
            })
    @DisplayName("A class that says caption makes one of the block after an image")
    void byClass(String name) {
        Body body = body(IMAGE + "<p class='" + name + "'>The quay at noon</p><p>It rained.</p>");

        assertThat(caption(body))
                .contains(new Caption("The quay at noon", Basis.EXTRACTED, Optional.empty()));
        assertThat(body.text()).isEqualTo("It rained.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"captions-off", "adcaptionbar", "recaptioned"})
    @DisplayName("A class that only sounds so makes none")
    void otherClasses(String name) {
        Body body = body(IMAGE + "<p class='" + name + "'>It rained.</p>");

        assertThat(caption(body)).isEmpty();
        assertThat(body.text()).isEqualTo("It rained.");
    }

    @Test
    @DisplayName("What is called a caption but stands under no image is text")
    void withoutImage() {
        assertThat(body("<p>One.</p><p class=caption>Two.</p>").text()).isEqualTo("One.\nTwo.");
    }

    @Test
    @DisplayName("Blogger's tables of an image and its caption")
    void tables() {
        Body body =
                body(
                        "<table class='tr-caption-container'><tr><td><img src=a.jpg></td></tr>"
                                + "<tr><td class='tr-caption'>The quay</td></tr></table><p>It"
                                + " rained.</p>");

        assertThat(caption(body))
                .contains(new Caption("The quay", Basis.EXTRACTED, Optional.empty()));
        assertThat(body.text()).isEqualTo("It rained.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"▲桥头的灯", "图：桥头的灯", "图为桥头的灯", "Photo: the quay", "写真：桟橋"})
    @DisplayName("A block that begins as only captions do is taken for one, and the basis says so")
    void byWords(String text) {
        Body body = body(IMAGE + "<p>" + text + "</p><p>It rained.</p>");

        assertThat(caption(body).map(Caption::basis)).contains(Basis.INFERRED);
        assertThat(caption(body).map(Caption::text)).contains(text);
        assertThat(body.flags()).anyMatch(flag -> flag.getCode().equals("CAPTION_INFERRED"));
    }

    @Test
    @DisplayName("An ordinary paragraph after an image stays text")
    void paragraph() {
        Body body = body(IMAGE + "<p>Photographs of the quay were shown to the board.</p>");

        assertThat(caption(body)).isEmpty();
    }

    @Test
    @DisplayName("The credit that markup names is told apart and stays in the caption")
    void markedCredit() {
        Body body =
                body(
                        "<figure><img src=a.jpg><figcaption>The quay <span class='img__credit'>"
                                + "Photo: Jane Doe</span></figcaption></figure>");

        assertThat(caption(body))
                .contains(
                        new Caption(
                                "The quay Photo: Jane Doe",
                                Basis.EXTRACTED,
                                Optional.of("Jane Doe")));
    }

    @Test
    @DisplayName("The credit of each figure is its own")
    void ownCredit() {
        Body body =
                body(
                        "<figure><img src=a.jpg><figcaption>One © Jane Doe</figcaption></figure>"
                                + "<figure><img src=b.jpg><figcaption>Two</figcaption></figure>");

        assertThat(body.images().stream().map(i -> i.caption().flatMap(Caption::credit)))
                .isEqualTo(List.of(Optional.of("Jane Doe"), Optional.empty()));
    }
}
