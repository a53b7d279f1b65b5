package io.broadsheet.enrich.topology;

import io.broadsheet.enrich.EnrichInput;
import io.broadsheet.enrich.EnrichResult;
import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.Content;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.EnrichmentState;
import io.broadsheet.v1.FetchContext;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageCheckResult;
import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.PubStatus;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RawImage;
import io.broadsheet.v1.Source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Articles made up for tests, and steps that only copy. */
final class Articles {

    static final Instant INGESTED = Instant.parse("2026-02-03T04:05:06Z");

    static {
        ContractClasses.trust();
    }

    private Articles() {}

    /** A raw article of a document of its own, without images. */
    static RawArticle.Builder raw(String articleId, String body) {
        return RawArticle.newBuilder()
                .setArticleId(articleId)
                .setSource(Source.newBuilder().setSourceId("harbour-news").build())
                .setTitle("The ferry is late")
                .setContent(
                        Content.newBuilder().setValue(body).setDigest(Sha256.tagged(body)).build())
                .setContentHash(Sha256.tagged(body))
                .setFetch(
                        FetchContext.newBuilder()
                                .setFetchId("f1")
                                .setRequestUrl("file:/inbox/" + articleId + ".md")
                                .setRetrievedAt(INGESTED)
                                .build())
                .setIngestedAt(INGESTED);
    }

    /** The same with images, the first one the lead. */
    static RawArticle withImages(String articleId, String body, String... urls) {
        List<RawImage> images = new ArrayList<>();
        for (String url : urls) {
            images.add(
                    RawImage.newBuilder()
                            .setUrl(url)
                            .setField("img.src")
                            .setPosition(images.size())
                            .build());
        }
        return raw(articleId, body).setImages(images).build();
    }

    /** The same article in another document. */
    static RawArticle from(String document, RawArticle article) {
        return RawArticle.newBuilder(article)
                .setFetch(
                        FetchContext.newBuilder(article.getFetch()).setRequestUrl(document).build())
                .build();
    }

    /** What the checker answers for an image. */
    static ImageCheckResult answer(String articleId, String url, ImageVerdict verdict) {
        ImageOutcome outcome =
                switch (verdict) {
                    case OK -> ImageOutcome.USABLE;
                    case TOO_SMALL -> ImageOutcome.USABLE_CONDITIONALLY;
                    default -> ImageOutcome.UNUSABLE;
                };
        return ImageCheckResult.newBuilder()
                .setArticleId(articleId)
                .setCheck(
                        ImageCheck.newBuilder()
                                .setImageId(imageId(url))
                                .setUrl(url)
                                .setOutcome(outcome)
                                .setVerdict(verdict)
                                .setEncodingFormat("image/png")
                                .setWidth(640)
                                .setHeight(480)
                                .setCheckedAt(INGESTED)
                                .setExpiresAt(INGESTED)
                                .setCheckerVersion("test")
                                .build())
                .build();
    }

    static String imageId(String url) {
        return Sha256.id(url);
    }

    /** Steps that copy what they get. */
    static EnrichResult copy(EnrichInput input) {
        RawArticle raw = input.raw();
        Content content = raw.getContent();
        return new EnrichResult.Kept(
                EnrichedArticle.newBuilder()
                        .setArticleId(raw.getArticleId())
                        .setVersion(1)
                        .setContentHash(raw.getContentHash())
                        .setChange(ChangeClass.NEW)
                        .setPubStatus(PubStatus.USABLE)
                        .setState(EnrichmentState.PARTIAL)
                        .setSource(raw.getSource())
                        .setAltIds(raw.getAltIds())
                        .setHeadline(raw.getTitle())
                        .setArticleBody(content == null ? null : content.getValue())
                        .setImages(images(raw.getImages()))
                        .setFirstCreated(input.seenAt())
                        .setVersionCreated(input.seenAt())
                        .setRawRef(input.ref())
                        .build());
    }

    private static List<ArticleImage> images(List<RawImage> raw) {
        List<ArticleImage> images = new ArrayList<>();
        for (RawImage image : raw) {
            images.add(
                    ArticleImage.newBuilder()
                            .setImageId(imageId(image.getUrl()))
                            .setUrl(image.getUrl())
                            .setPosition(image.getPosition())
                            .setRoles(
                                    List.of(
                                            image.getPosition() == 0
                                                    ? ImageRole.LEAD
                                                    : ImageRole.INLINE))
                            .setOutcome(ImageOutcome.UNCHECKED)
                            .setVerdict(ImageVerdict.PENDING)
                            .build());
        }
        return images;
    }
}
