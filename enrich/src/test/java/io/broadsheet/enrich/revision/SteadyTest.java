package io.broadsheet.enrich.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Source;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stays of an article without noise. */
class SteadyTest {

    static {
        ContractClasses.trust();
    }

    private static final Instant SEEN = Instant.parse("2026-02-03T04:05:06Z");
    private static final String PICTURE = "https://img.example/a.jpg";
    private static final String FACE = "https://img.example/avatars/ann.png";

    @Test
    void anotherCountOrAgeInTextAndMarkupIsNoise() {
        assertThat(steady(article("3 hours ago", "12 comments")))
                .isEqualTo(steady(article("4 hours ago", "13 comments")))
                .isNotEqualTo(steady(article("3 hours ago", "13 people came")));
    }

    @Test
    void aNumberWithinProseIsNone() {
        assertThat(steady(text("It left 3 hours ago, with 12 people.")))
                .isNotEqualTo(steady(text("It left 4 hours ago, with 12 people.")));
    }

    @Test
    void whatIsComputedFromNoiseIsNoise() {
        assertThat(steady(text("Words.").setWordCount(1).setDateModified(SEEN)))
                .isEqualTo(
                        steady(
                                text("Words.")
                                        .setWordCount(2)
                                        .setDateModified(SEEN.plusSeconds(9))));
        assertThat(steady(text("W.").setDescription("a").setDescriptionBasis(Basis.FALLBACK)))
                .isEqualTo(
                        steady(text("W.").setDescription("b").setDescriptionBasis(Basis.FALLBACK)));
        assertThat(steady(text("W.").setDescription("a").setDescriptionBasis(Basis.DECLARED)))
                .isNotEqualTo(
                        steady(text("W.").setDescription("b").setDescriptionBasis(Basis.DECLARED)));
    }

    @Test
    void facesAndParametersAgainstCachesAreNoise() {
        String plain = steady(pictures(PICTURE));

        assertThat(steady(pictures(PICTURE + "?t=1700000000"))).isEqualTo(plain);
        assertThat(steady(pictures(PICTURE + "?v=1700000000123"))).isEqualTo(plain);
        assertThat(steady(pictures(PICTURE + "?1700000000"))).isEqualTo(plain);
        assertThat(steady(pictures(PICTURE, FACE))).isEqualTo(plain);
        assertThat(steady(pictures(PICTURE + "?v=2"))).isNotEqualTo(plain);
        assertThat(steady(pictures(PICTURE + "?w=640&t=1")))
                .isEqualTo(steady(pictures(PICTURE + "?w=640")));
        assertThat(steady(pictures("https://img.example/b.jpg"))).isNotEqualTo(plain);
    }

    @Test
    void aFaceThatLeadsTheArticleIsItsPicture() {
        ArticleImage lead =
                ArticleImage.newBuilder(image(FACE, 0)).setRoles(List.of(ImageRole.LEAD)).build();

        assertThat(steady(text("W.").setImages(List.of(lead)))).isNotEqualTo(steady(text("W.")));
    }

    @Test
    void countersAndClocksOfTheSourceAreNoiseAndItsOtherWordsAreNot() {
        assertThat(steady(text("W.").setExtensions(Map.of("hexo:views", "12"))))
                .isEqualTo(steady(text("W.").setExtensions(Map.of("hexo:views", "1,300"))))
                .isEqualTo(steady(text("W.").setExtensions(Map.of("hexo:lastmod", "2026-02-03"))));
        assertThat(steady(text("W.").setExtensions(Map.of("hexo:comments", "false"))))
                .isNotEqualTo(steady(text("W.")));
    }

    private static String steady(EnrichedArticle.Builder article) {
        return Steady.of(article.build()).digest();
    }

    private static EnrichedArticle.Builder pictures(String... urls) {
        List<ArticleImage> images = new ArrayList<>();
        var html = new StringBuilder("<p>W.</p>");
        for (String url : urls) {
            images.add(image(url, images.size()));
            html.append("<img src=\"").append(url).append("\">");
        }
        return text("W.").setImages(images).setArticleBodyHtml(html.toString());
    }

    private static ArticleImage image(String url, int position) {
        return ArticleImage.newBuilder()
                .setImageId("id of " + url)
                .setUrl(url)
                .setPosition(position)
                .setRoles(List.of(ImageRole.INLINE))
                .build();
    }

    private static EnrichedArticle.Builder article(String first, String last) {
        String words = "The ferry is late.";
        return text(first + "\n" + words + "\n" + last)
                .setArticleBodyHtml(
                        "<p><i>%s</i></p><p>%s</p><div>%s</div>".formatted(first, words, last));
    }

    private static EnrichedArticle.Builder text(String body) {
        return EnrichedArticle.newBuilder()
                .setArticleId("a")
                .setVersion(1)
                .setContentHash("sha256:0")
                .setSource(Source.newBuilder().setSourceId("harbour-news").build())
                .setHeadline("The ferry is late")
                .setArticleBody(body)
                .setFirstCreated(SEEN)
                .setVersionCreated(SEEN)
                .setRawRef(new RecordRef("raw", 0, 0L));
    }
}
