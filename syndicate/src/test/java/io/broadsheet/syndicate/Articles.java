package io.broadsheet.syndicate;

import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.DateCertainty;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.EnrichmentState;
import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.PubStatus;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Source;

import java.time.Instant;
import java.util.List;

/** Made-up articles. */
public final class Articles {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private Articles() {}

    /** The id of an article of that number. */
    public static String id(int number) {
        return "%032x".formatted(number);
    }

    /** An article of the source {@code wire}, in English, in the section News, without images. */
    public static EnrichedArticle.Builder article(int number) {
        ContractClasses.trust();
        return EnrichedArticle.newBuilder()
                .setArticleId(id(number))
                .setVersion(1)
                .setContentHash("sha256:" + number)
                .setChange(ChangeClass.NEW)
                .setPubStatus(PubStatus.USABLE)
                .setState(EnrichmentState.COMPLETE)
                .setSource(Source.newBuilder().setSourceId("wire").build())
                .setUrl("https://wire.example/" + number)
                .setHeadline("Headline " + number)
                .setDescription("What happened, in short")
                .setArticleBody("Body of " + number)
                .setArticleBodyHtml("<p>Body of " + number + " &amp; more</p>")
                .setInLanguage("en")
                .setAuthor(List.of(Agent.newBuilder().setName("Ada Writer").build()))
                .setDatePublished(BEGINNING.plusSeconds(number))
                .setDatePublishedCertainty(DateCertainty.EXPLICIT_OFFSET)
                .setFirstCreated(BEGINNING.plusSeconds(3_600L + number))
                .setVersionCreated(BEGINNING.plusSeconds(7_200L + number))
                .setArticleSection(List.of("News"))
                .setKeywords(List.of("harbour"))
                .setRawRef(new RecordRef("news.articles.raw.v1", 0, (long) number));
    }

    /** The same of another source. */
    public static EnrichedArticle.Builder of(String sourceId, int number) {
        return article(number).setSource(Source.newBuilder().setSourceId(sourceId).build());
    }

    /** An article that was taken back: nothing is left of it but its name. */
    public static EnrichedArticle retraction(int number) {
        return article(number)
                .setVersion(2)
                .setChange(ChangeClass.RETRACTION)
                .setPubStatus(PubStatus.CANCELED)
                .setArticleBody(null)
                .setArticleBodyHtml(null)
                .setArticleSection(List.of())
                .setInLanguage(null)
                .build();
    }

    /** An image with a verdict. */
    public static ArticleImage image(String name, ImageOutcome outcome) {
        return ArticleImage.newBuilder()
                .setImageId(name)
                .setUrl("https://pictures.example/" + name + ".jpg")
                .setEncodingFormat("image/jpeg")
                .setContentSize(12_345L)
                .setCaption("Caption of " + name)
                .setOutcome(outcome)
                .build();
    }
}
