package io.broadsheet.desk;

import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Payload;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.ArticleCluster;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.ArticleOutcome;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.Cluster;
import io.broadsheet.v1.ClusterMember;
import io.broadsheet.v1.ClusterRole;
import io.broadsheet.v1.DateEvidence;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.EnrichmentState;
import io.broadsheet.v1.FailureStage;
import io.broadsheet.v1.Feed;
import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.FetchContext;
import io.broadsheet.v1.FieldChange;
import io.broadsheet.v1.ImageCarrier;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.OutcomeKind;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Severity;
import io.broadsheet.v1.Source;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One day's records: articles, good and hostile, their images, feeds, and letters. */
public final class Edition {

    /** Of the article that all tests know. */
    public static final String HARBOUR = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    /** Of its near-duplicate, whose texts try to become markup. */
    public static final String HOSTILE = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    /** What wants to be run. */
    public static final String MARKUP =
            "\"><script>window.ran=1</script><img src=x onerror=alert(1)>";

    private static final int FILLERS = 60;

    private final Newsroom newsroom;
    private final DeadLetters letters = new DeadLetters("test", "1", InstantSource.system());

    /**
     * @param newsroom where it is printed
     */
    public Edition(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** Writes all of it. */
    public void print() throws IOException {
        publish(HARBOUR, "A quiet morning at the harbour", "coast");
        publish(HOSTILE, "Quiet harbour " + MARKUP, "coast");
        for (int i = 0; i < FILLERS; i++) {
            publish("%032x".formatted(i), "Notes of the day, number " + i, "notes");
        }
        newsroom.publish(Topics.CLUSTERS, HARBOUR, cluster());
        newsroom.publish(
                Topics.IMAGE_CHECKS,
                "1".repeat(32),
                check("1", ImageOutcome.USABLE, ImageVerdict.OK));
        newsroom.publish(
                Topics.IMAGE_CHECKS,
                "2".repeat(32),
                check("2", ImageOutcome.UNUSABLE, ImageVerdict.NOT_FOUND));
        feed("silent", now().minus(30, ChronoUnit.DAYS), 0, null);
        feed("failing", now(), 7, "HTTP 503: \"the upstream is asleep\" " + MARKUP);
        buryDocument("file:///inbox/empty.md");
        bury("cccccccccccccccccccccccccccccccc");
    }

    private void publish(String id, String headline, String source) {
        RecordRef raw = newsroom.publish(Topics.RAW, id, raw(id, headline, source));
        newsroom.publish(Topics.OUTCOMES, id, outcome(id, raw, OutcomeKind.ENRICHED));
        EnrichedArticle article = article(id, headline, source, raw);
        newsroom.publish(Topics.REVISIONS, id, article);
        newsroom.publish(Topics.ENRICHED, id, article);
    }

    /** A letter about a raw record that lies in the log. */
    private void bury(String id) throws IOException {
        byte[] bytes = "<b>not avro</b> \u0000\u0001 & more".getBytes(StandardCharsets.UTF_8);
        RecordRef raw = newsroom.publish(Topics.RAW.name(), id, bytes);
        newsroom.publish(Topics.OUTCOMES, id, outcome(id, raw, OutcomeKind.BURIED));
        Headers headers = new RecordHeaders();
        headers.add("x-hostile", MARKUP.getBytes(StandardCharsets.UTF_8));
        var original =
                new DeadLetters.Original(
                        id.getBytes(StandardCharsets.UTF_8),
                        Optional.of(Payload.of(bytes, ClaimStore.none())),
                        headers,
                        now().toEpochMilli());
        DeadLetter letter =
                letters.ofRecord(
                        FailureStage.ENRICH_PROCESS,
                        new Rejection(FailureCode.DEFECT, MARKUP),
                        raw,
                        original);
        newsroom.publish(Topics.ENRICH_DEAD_LETTERS, letter.getDeadLetterId(), letter);
    }

    private void buryDocument(String url) {
        DeadLetter letter =
                letters.ofDocument(
                        FailureStage.INGEST_PARSE,
                        new Rejection(FailureCode.DOCUMENT_EMPTY, "nothing in it"),
                        "coast",
                        url,
                        Optional.empty());
        newsroom.publish(Topics.INGEST_DEAD_LETTERS, letter.getDeadLetterId(), letter);
    }

    private static RawArticle raw(String id, String title, String source) {
        return RawArticle.newBuilder()
                .setArticleId(id)
                .setSource(Source.newBuilder().setSourceId(source).build())
                .setTitle(title)
                .setLink("https://example.org/" + id)
                .setPublished("Thu, 26 Nov 2026 08:00:00 +0100")
                .setFetch(FetchContext.newBuilder().setFetchId("f").setRetrievedAt(now()).build())
                .setContentHash("sha256:" + id)
                .setIngestedAt(now())
                .build();
    }

    /** What became of a raw record. */
    static ArticleOutcome outcome(String id, RecordRef raw, OutcomeKind kind) {
        return ArticleOutcome.newBuilder()
                .setArticleId(id)
                .setSourceId("coast")
                .setRawRef(raw)
                .setKind(kind)
                .setDecidedAt(now())
                .build();
    }

    private static EnrichedArticle article(
            String id, String headline, String source, RecordRef raw) {
        return EnrichedArticle.newBuilder()
                .setArticleId(id)
                .setVersion(2)
                .setContentHash("sha256:" + id)
                .setChange(ChangeClass.MINOR)
                .setChanges(List.of(new FieldChange("headline", "A morning", headline)))
                .setState(EnrichmentState.COMPLETE)
                .setSource(Source.newBuilder().setSourceId(source).build())
                .setUrl("https://example.org/" + id)
                .setHeadline(headline)
                .setArticleBody("The boats came in early.")
                .setArticleBodyHtml(
                        "<p>The boats came in early.</p>"
                                + "<img src=\"https://img.example.org/boat.jpg\">")
                .setInLanguage("en")
                .setLanguageBasis(Basis.DETECTED)
                .setLanguageConfidence(0.98f)
                .setAuthor(List.of(Agent.newBuilder().setName("Ada Quay").build()))
                .setDatePublished(now().minus(1, ChronoUnit.HOURS))
                .setDateEvidence(
                        List.of(
                                new DateEvidence(
                                        "published", "Thu, 26 Nov", now(), 0.9f, "as declared")))
                .setFirstCreated(now())
                .setVersionCreated(now())
                .setImages(images())
                .setCluster(new Cluster(HARBOUR, ClusterRole.PRIMARY, HARBOUR, 1f, List.of()))
                .setQuality(
                        List.of(
                                new QualityFlag(
                                        "LEAD_IMAGE_UNUSABLE", Severity.WARNING, "images", MARKUP)))
                .setRawRef(raw)
                .build();
    }

    private static List<ArticleImage> images() {
        List<ArticleImage> images = new ArrayList<>();
        images.add(
                ArticleImage.newBuilder()
                        .setImageId("2".repeat(32))
                        .setUrl("https://img.example.org/boat.jpg")
                        .setRoles(List.of(ImageRole.LEAD))
                        .setCaption("Boats, " + MARKUP)
                        .setOutcome(ImageOutcome.UNUSABLE)
                        .setVerdict(ImageVerdict.NOT_FOUND)
                        .build());
        return images;
    }

    private static ArticleCluster cluster() {
        return ArticleCluster.newBuilder()
                .setClusterId(HARBOUR)
                .setPrimaryArticleId(HARBOUR)
                .setMemberCount(1)
                .setMembers(
                        List.of(
                                new ClusterMember(
                                        HOSTILE,
                                        ClusterRole.NEAR_DUPLICATE,
                                        0.93f,
                                        List.of("title"),
                                        now())))
                .setFirstCreated(now())
                .setChangedAt(now())
                .build();
    }

    private static ImageCheck check(String digit, ImageOutcome outcome, ImageVerdict verdict) {
        return ImageCheck.newBuilder()
                .setImageId(digit.repeat(32))
                .setUrl("https://img.example.org/" + digit + ".jpg?" + MARKUP)
                .setOutcome(outcome)
                .setVerdict(verdict)
                .setCheckedAt(now())
                .setExpiresAt(now())
                .setCheckerVersion("1")
                .setCarriers(List.of(new ImageCarrier(HARBOUR, null, now())))
                .build();
    }

    private void feed(String id, Instant lastNew, int failures, @Nullable String error) {
        String url = "https://example.org/" + id + ".xml";
        newsroom.publish(
                Topics.FEEDS,
                id,
                Feed.newBuilder()
                        .setSourceId(id)
                        .setFeedUrl(url)
                        .setAddedAt(Instant.EPOCH)
                        .setChangedAt(Instant.EPOCH)
                        .build());
        newsroom.publish(
                Topics.FEED_STATE,
                id,
                FeedState.newBuilder()
                        .setSourceId(id)
                        .setConfiguredUrl(url)
                        .setFeedUrl(url)
                        .setLastPollAt(now())
                        .setLastSuccessAt(lastNew)
                        .setLastNewItemAt(lastNew)
                        .setItemsPerDay(4f)
                        .setIntervalSeconds(600)
                        .setConsecutiveFailures(failures)
                        .setLastError(error)
                        .setNextFetchAt(now().plus(10, ChronoUnit.MINUTES))
                        .build());
    }

    private static Instant now() {
        return InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
