package io.broadsheet.schemas;

import io.broadsheet.v1.ArticleOutcome;
import io.broadsheet.v1.Attempt;
import io.broadsheet.v1.FetchContext;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.OutcomeKind;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Source;

import java.time.Instant;
import java.util.List;

/** Small records that tests start from. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    static {
        ContractClasses.trust();
    }

    private Samples() {}

    public static ArticleOutcome.Builder outcome() {
        return ArticleOutcome.newBuilder()
                .setArticleId("a1")
                .setSourceId("paper")
                .setRawRef(new RecordRef("news.articles.raw.v1", 2, 41L))
                .setKind(OutcomeKind.ENRICHED)
                .setVersion(1)
                .setDecidedAt(NOON);
    }

    public static RawArticle.Builder raw() {
        return RawArticle.newBuilder()
                .setArticleId("a1")
                .setSource(Source.newBuilder().setSourceId("paper").build())
                .setFetch(FetchContext.newBuilder().setFetchId("f1").setRetrievedAt(NOON).build())
                .setContentHash("sha256:00")
                .setIngestedAt(NOON);
    }

    public static ImageCheck.Builder check() {
        return ImageCheck.newBuilder()
                .setImageId("i1")
                .setUrl("https://img.example/1.png")
                .setOutcome(ImageOutcome.USABLE)
                .setVerdict(ImageVerdict.OK)
                .setAttempts(
                        List.of(
                                Attempt.newBuilder()
                                        .setUrl("https://img.example/1.png")
                                        .setMethod("GET")
                                        .build()))
                .setCheckedAt(NOON)
                .setExpiresAt(NOON.plusSeconds(86_400))
                .setCheckerVersion("1");
    }
}
