package io.broadsheet.syndicate.form;

import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.AgentType;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.Category;
import io.broadsheet.v1.DateCertainty;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.PubStatus;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Source;

import java.time.Instant;
import java.util.List;

/** Articles that forms are tried on. */
final class Articles {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Articles() {}

    /** What the contract requires, and nothing else. */
    static EnrichedArticle.Builder bare() {
        ContractClasses.trust();
        return EnrichedArticle.newBuilder()
                .setArticleId("0123456789abcdef0123456789abcdef")
                .setVersion(1)
                .setContentHash("sha256:00")
                .setSource(Source.newBuilder().setSourceId("paper").build())
                .setFirstCreated(NOON)
                .setVersionCreated(NOON)
                .setRawRef(new RecordRef("news.articles.raw.v1", 0, 0L));
    }

    /** With a value for all that a form can say. */
    static EnrichedArticle.Builder full() {
        EnrichedArticle.Builder text =
                bare().setVersion(3)
                        .setPubStatus(PubStatus.USABLE)
                        .setUrl("https://paper.example/1?a=b&c=d")
                        .setHeadline("Ink </script><script>alert(1)</script> & <!-- paper")
                        .setAlternativeHeadline("Zweite Zeile\u2028")
                        .setDescription("What it is about.")
                        .setDescriptionBasis(Basis.DECLARED)
                        .setArticleBody("First words.\nMore words.")
                        .setArticleBodyHtml("<p>First words.</p><p>More words.</p>")
                        .setWordCount(4)
                        .setCharCount(23)
                        .setTimeRequired("PT1M")
                        .setInLanguage("de")
                        .setAuthor(
                                List.of(
                                        agent("Ada Ink", AgentType.PERSON, Basis.DECLARED),
                                        agent("Wire Desk", AgentType.ORGANIZATION, Basis.INFERRED)))
                        .setPublisher(agent("The Paper", AgentType.ORGANIZATION, Basis.DECLARED))
                        .setSource(
                                Source.newBuilder()
                                        .setSourceId("paper")
                                        .setName("The Paper")
                                        .setUri("https://paper.example/")
                                        .build())
                        .setGenre("report");
        return withDetails(text);
    }

    private static EnrichedArticle.Builder withDetails(EnrichedArticle.Builder text) {
        return text.setDatePublished(NOON)
                .setDatePublishedCertainty(DateCertainty.EXPLICIT_OFFSET)
                .setDateModified(NOON.plusSeconds(60))
                .setArticleSection(List.of("World"))
                .setKeywords(List.of("ink", "paper"))
                .setKeywordsBasis(Basis.DECLARED)
                .setSubjects(List.of(Category.newBuilder().setTerm("econ").build()))
                .setAltIds(List.of("guid-1"))
                .setImages(
                        List.of(
                                image("https://img.example/1.png", ImageOutcome.USABLE),
                                image("https://img.example/2.png", ImageOutcome.UNUSABLE),
                                image("https://img.example/3.png", ImageOutcome.UNCHECKED)))
                .setCopyrightNotice("(c) The Paper")
                .setLicense("https://paper.example/licence");
    }

    private static Agent agent(String name, AgentType type, Basis basis) {
        return Agent.newBuilder()
                .setName(name)
                .setType(type)
                .setTypeBasis(basis)
                .setUri("https://paper.example/who")
                .build();
    }

    private static ArticleImage image(String url, ImageOutcome outcome) {
        return ArticleImage.newBuilder()
                .setImageId("ffff")
                .setUrl(url)
                .setOutcome(outcome)
                .setWidth(640)
                .setHeight(480)
                .setContentSize(1234L)
                .setEncodingFormat("image/png")
                .setCaption("A press")
                .build();
    }
}
