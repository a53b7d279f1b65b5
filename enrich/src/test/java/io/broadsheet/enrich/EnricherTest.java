package io.broadsheet.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.enrich.step.Step;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.AgentType;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.Content;
import io.broadsheet.v1.DateCertainty;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.EnrichmentState;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.Processor;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawArticle;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** What the whole chain makes of the look-alike of the reference article, and of hostile ones. */
class EnricherTest {

    private final Enricher enricher = new Enricher(EnrichSettings.defaults(), ClaimStore.none());

    @BeforeAll
    static void trustTheContract() {
        ContractClasses.trust();
    }

    @Test
    void theTextIsThatOfTheParagraphsWithoutTheCaption() {
        EnrichedArticle article = kept(LookAlike.raw().build());

        assertThat(article.getArticleBody()).isEqualTo(String.join("\n", LookAlike.PARAGRAPHS));
        assertThat(article.getCharCount())
                .isEqualTo(LookAlike.PARAGRAPHS.stream().mapToInt(String::length).sum());
        assertThat(article.getArticleBodyHtml()).contains("老师傅").doesNotContain("style=");
        assertThat(article.getTimeRequired()).isEqualTo("PT14S");
    }

    @Test
    void oneUrlInThreePlacesIsOneImageWithThreeRoles() {
        List<ArticleImage> images = kept(LookAlike.raw().build()).getImages();

        assertThat(images)
                .extracting(ArticleImage::getUrl)
                .containsExactly(LookAlike.LEAD, LookAlike.SECOND);
        assertThat(images.getFirst().getRoles())
                .containsExactly(ImageRole.LEAD, ImageRole.THUMBNAIL, ImageRole.INLINE);
        assertThat(images).extracting(ArticleImage::getVerdict).containsOnly(ImageVerdict.PENDING);
    }

    @Test
    void theCaptionOfTwoSpansBelongsToTheImageBeforeIt() {
        List<ArticleImage> images = kept(LookAlike.raw().build()).getImages();

        assertThat(images.getFirst().getCaption()).isNull();
        assertThat(images.getLast().getCaption()).isEqualTo(LookAlike.CAPTION);
        assertThat(images.getLast().getCaptionBasis()).isEqualTo(Basis.INFERRED);
    }

    @Test
    void theDeclaredDateIsKeptAndDoubted() {
        EnrichedArticle article = kept(LookAlike.raw().build());

        assertThat(article.getDatePublished()).isEqualTo(Instant.parse("2023-06-05T08:17:00Z"));
        assertThat(article.getDatePublishedCertainty()).isEqualTo(DateCertainty.EXPLICIT_OFFSET);
        assertThat(article.getDateEvidence())
                .anySatisfy(e ->
                        assertThat(e.getInterpretedAs())
                                .isEqualTo(Instant.parse("2023-06-05T00:15:20.123Z")))
                .anySatisfy(e ->
                        assertThat(e.getInterpretedAs())
                                .isEqualTo(Instant.parse("2023-06-05T00:17:00Z")));
    }

    @Test
    void everyStepIsNamedWithItsVersion() {
        assertThat(kept(LookAlike.raw().build()).getProcessors())
                .extracting(Processor::getName, Processor::getVersion)
                .containsExactlyElementsOf(
                        Stream.of(Step.values())
                                .map(step -> tuple(step.processor(), step.version()))
                                .toList());
    }

    @Test
    void aConfiguredCorrectionIsApplied() {
        var settings = new EnrichSettings(Map.of("town", Duration.ofHours(-8)), 20);
        var correcting = new Enricher(settings, ClaimStore.none());

        EnrichedArticle article = kept(correcting, LookAlike.raw().build());

        assertThat(article.getDatePublished()).isEqualTo(Instant.parse("2023-06-05T00:17:00Z"));
        assertThat(article.getDatePublishedCertainty()).isEqualTo(DateCertainty.CORRECTED_OFFSET);
    }

    @Test
    void theOutletIsNoPersonAndTheHomePageNoSubject() {
        EnrichedArticle article = kept(LookAlike.raw().build());

        assertThat(article.getAuthor())
                .extracting(Agent::getType)
                .containsExactly(AgentType.ORGANIZATION);
        assertThat(article.getPublisher().getName()).isEqualTo("小镇新闻网");
        assertThat(article.getArticleSection()).isEmpty();
        assertThat(article.getSubjects()).isEmpty();
        assertThat(article.getInfoSources()).extracting(Agent::getName).containsExactly("RSSHub");
    }

    @Test
    void whatIsMissingIsNullAndFlagged() {
        EnrichedArticle article = kept(LookAlike.raw().build());

        assertThat(article.getUrl()).isNull();
        assertThat(article.getPrimaryImageId()).isNull();
        assertThat(article.getCopyrightNotice()).isNull();
        assertThat(article.getState()).isEqualTo(EnrichmentState.PARTIAL);
        assertThat(article.getQuality())
                .extracting(QualityFlag::getCode)
                .containsExactlyInAnyOrder(
                        "LINK_MISSING",
                        "GUID_MISSING",
                        "RIGHTS_UNDECLARED",
                        "LANGUAGE_UNDECLARED",
                        "AUTHOR_IS_PUBLISHER",
                        "SECTION_IS_HOMEPAGE",
                        "CAPTION_INFERRED",
                        "DATE_TZ_SUSPECT",
                        "IMAGE_URL_SUSPECT");
    }

    @Test
    void chineseIsToldWithItsScript() {
        EnrichedArticle article = kept(LookAlike.raw().build());

        assertThat(article.getInLanguage()).isEqualTo("zh-Hans");
        assertThat(article.getLanguageBasis()).isEqualTo(Basis.DETECTED);
        assertThat(article.getDescription()).startsWith("6月4日晚").endsWith("。");
        assertThat(article.getDescriptionBasis()).isEqualTo(Basis.FALLBACK);
    }

    @Test
    void theSameInputGivesTheSameArticle() {
        RawArticle raw = LookAlike.raw().build();

        assertThat(kept(raw)).isEqualTo(kept(raw));
    }

    @Test
    void aBodyByReferenceIsReadFromTheClaimStore() throws IOException {
        var claims = new Claims();
        String claim = claims.put(stream(LookAlike.html()));
        Content content = Content.newBuilder().setRef(claim).setDigest("sha256:00").build();

        EnrichedArticle article =
                kept(
                        new Enricher(EnrichSettings.defaults(), claims),
                        LookAlike.raw().setContent(content).build());

        assertThat(article.getArticleBody()).startsWith("6月4日晚");
    }

    @Test
    void aClaimThatIsNotThereBuriesTheArticle() {
        Content content =
                Content.newBuilder().setRef("claim:sha256:ff").setDigest("sha256:ff").build();

        EnrichResult result =
                enricher.enrich(LookAlike.input(LookAlike.raw().setContent(content).build()));

        assertThat(result)
                .isInstanceOfSatisfying(
                        EnrichResult.Rejected.class,
                        r -> assertThat(r.rejection().code()).isEqualTo(FailureCode.CLAIM_MISSING));
    }

    @Test
    void whatADefectThrewIsKeptForWhoeverHasToMendIt() {
        var broken =
                new ClaimStore() {
                    @Override
                    public String put(InputStream payload) {
                        throw new IllegalStateException("broken");
                    }

                    @Override
                    public Optional<InputStream> get(String claim) {
                        throw new IllegalStateException("broken");
                    }
                };
        Content content =
                Content.newBuilder().setRef("claim:sha256:ff").setDigest("sha256:ff").build();

        EnrichResult result =
                new Enricher(EnrichSettings.defaults(), broken)
                        .enrich(LookAlike.input(LookAlike.raw().setContent(content).build()));

        assertThat(result)
                .isInstanceOfSatisfying(
                        EnrichResult.Rejected.class,
                        r -> {
                            assertThat(r.rejection().message())
                                    .isEqualTo(
                                            "DEFECT: content: java.lang.IllegalStateException:"
                                                    + " broken");
                            assertThat(r.rejection().cause())
                                    .containsInstanceOf(IllegalStateException.class);
                        });
    }

    @Test
    void aBodyTooLargeForARecordGoesToTheClaimStore() throws IOException {
        var claims = new Claims();
        String html = "<p>一二三四五六七八九十</p>".repeat(20_000);

        EnrichedArticle article =
                kept(
                        new Enricher(EnrichSettings.defaults(), claims),
                        LookAlike.raw().setContent(LookAlike.content("text/html", html)).build());

        assertThat(article.getArticleBodyHtml()).isNull();
        assertThat(article.getArticleBody()).startsWith("一二三");
        assertThat(claims.get(article.getBodyRef())).isPresent();
    }

    @Test
    void noTextMakesItThrow() {
        var random = new Random(20230605);
        for (int round = 0; round < 300; round++) {
            String noise = noise(random);
            RawArticle raw =
                    LookAlike.raw()
                            .setTitle(noise)
                            .setLink(noise)
                            .setPublished(noise)
                            .setLanguage(noise)
                            .setSummary(noise)
                            .setAuthors(List.of(Agent.newBuilder().setName(noise).build()))
                            .setImages(List.of(LookAlike.image(ImageRole.LEAD, "x", noise)))
                            .setContent(
                                    LookAlike.content(
                                            round % 2 == 0 ? "text/html" : "text/markdown", noise))
                            .build();
            assertThat(enricher.enrich(LookAlike.input(raw)))
                    .as("seed 20230605, round %d", round)
                    .isInstanceOf(EnrichResult.Kept.class);
        }
    }

    private static String noise(Random random) {
        String[] pieces = {
            "<", ">", "<p>", "</div>", "<img src=", "\"", "&#x0;", "&amp", "\u0000", "\ud800", "年",
            "2022-", "99:99", "https://", "[", "](", "data:", "<script>", "*", "\n", " and ",
                    "العربية",
            "<figure>", "<figcaption>", "style=color:#666", "%", "//", "zh_", "\u202e", "😀"
        };
        var text = new StringBuilder();
        for (int i = random.nextInt(40); i >= 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private EnrichedArticle kept(RawArticle raw) {
        return kept(enricher, raw);
    }

    private static EnrichedArticle kept(Enricher enricher, RawArticle raw) {
        EnrichResult result = enricher.enrich(LookAlike.input(raw));
        assertThat(result).isInstanceOf(EnrichResult.Kept.class);
        return ((EnrichResult.Kept) result).article();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Claims in memory. */
    private static final class Claims implements ClaimStore {

        private final Map<String, byte[]> kept = new HashMap<>();

        @Override
        public String put(InputStream payload) throws IOException {
            byte[] bytes = payload.readAllBytes();
            String claim = PREFIX + Sha256.tagged(bytes);
            kept.put(claim, bytes);
            return claim;
        }

        @Override
        public Optional<InputStream> get(String claim) {
            return Optional.ofNullable(kept.get(claim)).map(ByteArrayInputStream::new);
        }
    }
}
