package io.broadsheet.sink;

import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.EnrichmentState;
import io.broadsheet.v1.FailureReason;
import io.broadsheet.v1.FailureStage;
import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.PubStatus;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Articles and letters as tests need them. */
public final class Samples {

    /** A moment, for everything that needs one. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    static {
        ContractClasses.trust();
    }

    private Samples() {}

    /** A complete article without images. */
    public static EnrichedArticle article(String id, int version) {
        return builder(id, version).build();
    }

    /** A complete article with one image for each outcome, whose ids end in its ordinal. */
    public static EnrichedArticle withImages(String id, int version, ImageOutcome... outcomes) {
        List<ArticleImage> images = new ArrayList<>();
        for (ImageOutcome outcome : outcomes) {
            images.add(
                    ArticleImage.newBuilder()
                            .setImageId(id + "-image-" + images.size())
                            .setUrl("https://img.example.org/" + id + "/" + images.size())
                            .setRoles(List.of(ImageRole.LEAD, ImageRole.INLINE))
                            .setOutcome(outcome)
                            .setVerdict(ImageVerdict.UNKNOWN)
                            .build());
        }
        return builder(id, version).setImages(images).build();
    }

    /** An article to be changed further. */
    public static EnrichedArticle.Builder builder(String id, int version) {
        return EnrichedArticle.newBuilder()
                .setArticleId(id)
                .setVersion(version)
                .setContentHash("sha256:" + id)
                .setPubStatus(PubStatus.USABLE)
                .setState(EnrichmentState.COMPLETE)
                .setSource(Source.newBuilder().setSourceId("test").build())
                .setUrl("https://example.org/" + id)
                .setHeadline("Headline " + version + " of " + id)
                .setArticleBody("正文 and body of " + id + "\n")
                .setFirstCreated(NOON)
                .setVersionCreated(NOON.plusSeconds(version))
                .setRawRef(ref("news.articles.raw.v1", 0, 7));
    }

    /** A letter of ingest. */
    public static DeadLetter letter(String id) {
        return DeadLetter.newBuilder()
                .setDeadLetterId(id)
                .setStage(FailureStage.INGEST_PARSE)
                .setReason(FailureReason.MALFORMED_PAYLOAD)
                .setCode("PARSE_YAML")
                .setMessage("PARSE_YAML: line 2, column 1")
                .setOriginalValue(ByteBuffer.wrap("---\n[".getBytes(StandardCharsets.UTF_8)))
                .setSourceId("test")
                .setApplication("ingest")
                .setApplicationVersion("0")
                .setFailedAt(NOON)
                .build();
    }

    /** A place on Kafka. */
    public static RecordRef ref(String topic, int partition, long offset) {
        return RecordRef.newBuilder()
                .setTopic(topic)
                .setPartition(partition)
                .setOffset(offset)
                .build();
    }
}
