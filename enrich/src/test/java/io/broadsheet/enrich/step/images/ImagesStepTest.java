package io.broadsheet.enrich.step.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.enrich.image.ImageId;
import io.broadsheet.enrich.step.body.InlineImage;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawImage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One picture is one image, wherever it is named. */
class ImagesStepTest {

    static {
        ContractClasses.trust();
    }

    @Test
    void mentionsOfOneUrlAreOneImageWhateverItsSpelling() {
        Images images =
                gather(
                        List.of(
                                named(ImageRole.THUMBNAIL, "HTTPS://H.example:443/a.jpg"),
                                named(ImageRole.LEAD, "https://h.example/a.jpg")),
                        List.of(inline("../a.jpg"), inline("//h.example/a.jpg#x")));

        assertThat(images.all()).hasSize(1);
        assertThat(images.all().getFirst().getRoles())
                .containsExactly(ImageRole.LEAD, ImageRole.THUMBNAIL, ImageRole.INLINE);
        assertThat(images.all().getFirst().getUrl()).isEqualTo("HTTPS://H.example:443/a.jpg");
    }

    @Test
    void onePictureOverHttpAndHttpsIsOneCheckOverHttps() {
        Images images =
                gather(
                        List.of(
                                named(ImageRole.SOCIAL, "http://h.example/a.jpg"),
                                named(ImageRole.SOCIAL, "https://h.example/a.jpg"),
                                named(ImageRole.ENCLOSURE, "http://h.example/b.jpg")),
                        List.of(inline("http://h.example/a.jpg")));

        assertThat(images.all())
                .extracting(ArticleImage::getUrl)
                .containsExactly("https://h.example/a.jpg", "http://h.example/b.jpg");
        assertThat(images.all().getFirst().getRoles())
                .containsExactly(ImageRole.INLINE, ImageRole.SOCIAL);
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.example/a.jpg, PENDING, UNCHECKED",
        "'data:image/gif;base64,R0lG', INLINE_DATA, UNCHECKED",
        "ftp://h.example/a.jpg, UNSUPPORTED_SCHEME, REFUSED",
        "blob:x, UNSUPPORTED_SCHEME, REFUSED",
        "https://, MALFORMED_URL, UNUSABLE",
    })
    void whatCannotBeFetchedHasItsVerdictAtOnce(
            String url, ImageVerdict verdict, ImageOutcome outcome) {
        ArticleImage image = gather(List.of(), List.of(inline(url))).all().getFirst();

        assertThat(image.getVerdict()).isEqualTo(verdict);
        assertThat(image.getOutcome()).isEqualTo(outcome);
    }

    @Test
    void onlySoManyImagesAreChecked() {
        List<InlineImage> many =
                IntStream.range(0, 25)
                        .mapToObj(i -> inline("https://h.example/" + i + ".jpg"))
                        .toList();

        Images images = gather(List.of(), many);

        assertThat(images.all().stream().map(ArticleImage::getVerdict))
                .filteredOn(verdict -> verdict == ImageVerdict.PENDING)
                .hasSize(20);
        assertThat(images.all().getLast().getVerdict()).isEqualTo(ImageVerdict.BUDGET_EXHAUSTED);
        assertThat(codes(images)).containsExactly("IMAGE_BUDGET_EXCEEDED");
    }

    @Test
    void noArticleHasImagesWithoutEnd() {
        List<InlineImage> many =
                IntStream.range(0, 500)
                        .mapToObj(i -> inline("https://h.example/" + i + ".jpg"))
                        .toList();

        Images images = gather(List.of(), many);

        assertThat(images.all()).hasSize(200);
        assertThat(codes(images)).contains("IMAGES_CUT");
    }

    @Test
    void theImageBehindAProxyIsTheOneThatIsMeant() {
        String proxy = "https://proxy.example/?http://h.example/a.jpg";
        RawImage lead =
                RawImage.newBuilder(named(ImageRole.LEAD, proxy))
                        .setAttributes(Map.of("proxied-url", "http://h.example/a.jpg"))
                        .build();

        Images images = gather(List.of(lead), List.of(inline(proxy)));

        ArticleImage image = images.all().getFirst();
        assertThat(images.all()).hasSize(1);
        assertThat(image.getUrl()).isEqualTo(proxy);
        assertThat(image.getContentUrl()).isEqualTo("http://h.example/a.jpg");
        assertThat(image.getImageId()).isEqualTo(ImageId.of("http://h.example/a.jpg"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.example/20230605081520123png, true",
        "https://h.example/a/566JPG?x=1.2, true",
        "https://h.example/a.png, false",
        "https://h.example/format/webp, false",
        "https://h.example/photo.jpg!small, false",
        "https://h.example/a-png, false",
        "https://h.example/, false",
    })
    void theMissingDotIsToldFromTheShape(String url, boolean suspect) {
        assertThat(codes(gather(List.of(), List.of(inline(url)))).contains("IMAGE_URL_SUSPECT"))
                .isEqualTo(suspect);
    }

    @Test
    void aHugeInlinePictureIsNotCarriedAlong() {
        String data = "data:image/png;base64," + "A".repeat(100_000);

        assertThat(gather(List.of(), List.of(inline(data))).all().getFirst().getUrl().length())
                .isEqualTo(256);
    }

    private static Images gather(List<RawImage> named, List<InlineImage> inline) {
        return ImagesStep.gather(
                new ImagesInput(named, inline, true, Optional.of("https://h.example/p/q"), 20));
    }

    private static RawImage named(ImageRole role, String url) {
        return RawImage.newBuilder().setRole(role).setField("x").setUrl(url).build();
    }

    private static InlineImage inline(String url) {
        return new InlineImage(url, Optional.empty(), Optional.empty());
    }

    private static List<String> codes(Images images) {
        return images.flags().stream().map(QualityFlag::getCode).toList();
    }
}
