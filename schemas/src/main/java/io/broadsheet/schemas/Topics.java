package io.broadsheet.schemas;

import io.broadsheet.v1.ArticleCluster;
import io.broadsheet.v1.ArticleOutcome;
import io.broadsheet.v1.ArticleSketch;
import io.broadsheet.v1.ClusterLink;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.DeadLetterStatus;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.Feed;
import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.FetchLogEntry;
import io.broadsheet.v1.FetchRequest;
import io.broadsheet.v1.HostState;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageCheckRequest;
import io.broadsheet.v1.ImageCheckResult;
import io.broadsheet.v1.IngestCursor;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Reprocessing;
import io.broadsheet.v1.Webhook;
import io.broadsheet.v1.WebhookDelivery;

import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

import java.time.Duration;
import java.util.List;

/**
 * Every topic of the contract, declared once. Records carry the time of ingestion as their
 * timestamp, never the article's date: the broker refuses future dates and retention deletes old
 * ones.
 */
public final class Topics {

    static {
        ContractClasses.trust();
    }

    /** The largest record of any topic, in bytes. Producers use it as {@code max.request.size}. */
    public static final int RECORD_BYTES_MAX = 4 * 1024 * 1024;

    private static final String RETENTION = "retention.ms";
    private static final String CLEANUP = "cleanup.policy";
    private static final String RECORD_MAX = "max.message.bytes";
    private static final String LARGE = Integer.toString(RECORD_BYTES_MAX);

    /** What the sources said, verbatim. The source of truth, key articleId. */
    public static final Topic<RawArticle> RAW =
            topic(
                    "news.articles.raw.v1",
                    "articleId",
                    RawArticle.class,
                    TopicLayout.of(12, 3, RETENTION, days(90), RECORD_MAX, LARGE));

    /**
     * Raw articles that come late and in great numbers; they go on to the raw topic, from each
     * partition to the one of the same number, as fast as that delays nobody. Key articleId.
     */
    public static final Topic<RawArticle> BACKFILL =
            topic(
                    "news.articles.backfill.v1",
                    "articleId",
                    RawArticle.class,
                    TopicLayout.of(12, 3, RETENTION, days(7), RECORD_MAX, LARGE));

    /** Raw articles that are to be enriched anew, key articleId, co-partitioned with raw. */
    public static final Topic<Reprocessing> REPROCESS =
            topic(
                    "news.articles.reprocess.v1",
                    "articleId",
                    Reprocessing.class,
                    TopicLayout.of(12, 3, RETENTION, days(7), RECORD_MAX, LARGE));

    /** The latest version of each article, key articleId. */
    public static final Topic<EnrichedArticle> ENRICHED =
            topic(
                    "news.articles.enriched.v1",
                    "articleId",
                    EnrichedArticle.class,
                    TopicLayout.of(
                            12,
                            3,
                            CLEANUP,
                            "compact",
                            "min.compaction.lag.ms",
                            days(1),
                            "delete.retention.ms",
                            days(7),
                            RECORD_MAX,
                            LARGE));

    /** All versions of each article, key articleId. */
    public static final Topic<EnrichedArticle> REVISIONS =
            topic(
                    "news.articles.revisions.v1",
                    "articleId",
                    EnrichedArticle.class,
                    TopicLayout.of(12, 3, RETENTION, days(365), RECORD_MAX, LARGE));

    /** The ledger: what became of each raw record, key articleId. */
    public static final Topic<ArticleOutcome> OUTCOMES =
            topic(
                    "news.articles.outcomes.v1",
                    "articleId",
                    ArticleOutcome.class,
                    TopicLayout.of(12, 3, RETENTION, days(90)));

    /**
     * Sketches of articles, once for each band; who has a partition has its bands. Key band:
     * near-duplicates have one in common, wherever their articles lie.
     */
    public static final Topic<ArticleSketch> CLUSTER_SKETCHES =
            topic(
                    "news.cluster-sketches.v1",
                    "band",
                    ArticleSketch.class,
                    TopicLayout.of(12, 3, RETENTION, days(1)));

    /**
     * What articles are told about their near-duplicates, key articleId, co-partitioned with raw.
     */
    public static final Topic<ClusterLink> CLUSTER_LINKS =
            topic(
                    "news.cluster-links.v1",
                    "articleId",
                    ClusterLink.class,
                    TopicLayout.of(12, 3, RETENTION, days(1)));

    /** Articles that say nearly the same, key clusterId. */
    public static final Topic<ArticleCluster> CLUSTERS =
            topic(
                    "news.clusters.v1",
                    "clusterId",
                    ArticleCluster.class,
                    TopicLayout.of(12, 3, CLEANUP, "compact"));

    /** Images to be checked, key registrable host, so that one checker owns a host. */
    public static final Topic<ImageCheckRequest> IMAGE_CHECK_REQUESTS =
            topic(
                    "news.images.check-requests.v1",
                    "registrable host of url",
                    ImageCheckRequest.class,
                    TopicLayout.of(24, 3, RETENTION, days(1)));

    /** Answers to the requests, key articleId, co-partitioned with raw. */
    public static final Topic<ImageCheckResult> IMAGE_CHECK_RESULTS =
            topic(
                    "news.images.check-results.v1",
                    "articleId",
                    ImageCheckResult.class,
                    TopicLayout.of(12, 3, RETENTION, days(1)));

    /** What is known about each image, key imageId. */
    public static final Topic<ImageCheck> IMAGE_CHECKS =
            topic(
                    "news.images.checks.v1",
                    "imageId",
                    ImageCheck.class,
                    TopicLayout.of(
                            12,
                            3,
                            CLEANUP,
                            "compact,delete",
                            RETENTION,
                            days(90),
                            "delete.retention.ms",
                            days(1)));

    /** What is known about each host, key registrable host: one checker owns and writes it. */
    public static final Topic<HostState> HOST_STATE =
            topic(
                    "news.host-state.v1",
                    "registrable host",
                    HostState.class,
                    TopicLayout.of(12, 3, CLEANUP, "compact"));

    /** How far each source has been read, key "{sourceId} {document}". */
    public static final Topic<IngestCursor> INGEST_CURSORS =
            topic(
                    "news.ingest-cursors.v1",
                    "{sourceId} {document}",
                    IngestCursor.class,
                    TopicLayout.of(12, 3, CLEANUP, "compact"));

    /** The feeds that are polled, key sourceId: read whole by every poller. */
    public static final Topic<Feed> FEEDS =
            topic(
                    "news.feeds.v1",
                    "sourceId",
                    Feed.class,
                    TopicLayout.of(1, 1, CLEANUP, "compact"));

    /** What is known about each feed, key sourceId: read whole by every poller. */
    public static final Topic<FeedState> FEED_STATE =
            topic(
                    "news.feed-state.v1",
                    "sourceId",
                    FeedState.class,
                    TopicLayout.of(
                            12,
                            3,
                            CLEANUP,
                            "compact",
                            "min.cleanable.dirty.ratio",
                            "0.1",
                            "segment.ms",
                            Long.toString(Duration.ofHours(1).toMillis())));

    /**
     * Feeds to look at before their time, key registrable host; who has a partition has its hosts.
     */
    public static final Topic<FetchRequest> FETCH_REQUESTS =
            topic(
                    "news.fetch-requests.v1",
                    "registrable host of the feed",
                    FetchRequest.class,
                    TopicLayout.of(12, 3, RETENTION, days(1), RECORD_MAX, LARGE));

    /** How each poll went, key registrable host. */
    public static final Topic<FetchLogEntry> FETCH_LOG =
            topic(
                    "news.fetch-log.v1",
                    "registrable host of the feed",
                    FetchLogEntry.class,
                    TopicLayout.of(12, 3, RETENTION, days(14)));

    /** What ingest could not read, key deadLetterId. */
    public static final Topic<DeadLetter> INGEST_DEAD_LETTERS = deadLetters("ingest");

    /** What enrich could not process, key of the original record. */
    public static final Topic<DeadLetter> ENRICH_DEAD_LETTERS = deadLetters("enrich");

    /** What the image checker could not read, key of the original record. */
    public static final Topic<DeadLetter> CHECK_IMAGES_DEAD_LETTERS = deadLetters("check-images");

    /** What the SQLite sink could not store, key deadLetterId: relayed at least once. */
    public static final Topic<DeadLetter> SINK_SQLITE_DEAD_LETTERS = deadLetters("sink-sqlite");

    /** What the PostgreSQL sink could not store, key deadLetterId: relayed at least once. */
    public static final Topic<DeadLetter> SINK_POSTGRES_DEAD_LETTERS = deadLetters("sink-postgres");

    /** What webhooks could not be told, key webhookId. */
    public static final Topic<DeadLetter> SYNDICATE_DEAD_LETTERS = deadLetters("syndicate");

    /** Who is told of articles over HTTP, key webhookId: read whole by every instance. */
    public static final Topic<Webhook> WEBHOOKS =
            topic(
                    "news.webhooks.v1",
                    "webhookId",
                    Webhook.class,
                    TopicLayout.of(1, 1, CLEANUP, "compact"));

    /** What webhooks are to be told once more, key webhookId. */
    public static final Topic<WebhookDelivery> WEBHOOK_DELIVERIES =
            topic(
                    "news.webhook-deliveries.v1",
                    "webhookId",
                    WebhookDelivery.class,
                    TopicLayout.of(3, 1, RETENTION, days(7), RECORD_MAX, LARGE));

    /** What was done about each dead letter, key deadLetterId. */
    public static final Topic<DeadLetterStatus> DEAD_LETTER_STATUS =
            topic(
                    "news.dead-letter-status.v1",
                    "deadLetterId",
                    DeadLetterStatus.class,
                    TopicLayout.of(3, 1, CLEANUP, "compact"));

    /** All of the above, in the order of an article's journey. */
    public static final List<Topic<?>> ALL =
            List.of(
                    FEEDS,
                    FEED_STATE,
                    FETCH_REQUESTS,
                    FETCH_LOG,
                    RAW,
                    BACKFILL,
                    REPROCESS,
                    ENRICHED,
                    REVISIONS,
                    OUTCOMES,
                    CLUSTER_SKETCHES,
                    CLUSTER_LINKS,
                    CLUSTERS,
                    IMAGE_CHECK_REQUESTS,
                    IMAGE_CHECK_RESULTS,
                    IMAGE_CHECKS,
                    HOST_STATE,
                    INGEST_CURSORS,
                    WEBHOOKS,
                    WEBHOOK_DELIVERIES,
                    INGEST_DEAD_LETTERS,
                    ENRICH_DEAD_LETTERS,
                    CHECK_IMAGES_DEAD_LETTERS,
                    SINK_SQLITE_DEAD_LETTERS,
                    SINK_POSTGRES_DEAD_LETTERS,
                    SYNDICATE_DEAD_LETTERS,
                    DEAD_LETTER_STATUS);

    private Topics() {}

    private static Topic<DeadLetter> deadLetters(String module) {
        return topic(
                "news.dead-letters." + module + ".v1",
                "original key, else deadLetterId",
                DeadLetter.class,
                TopicLayout.of(3, 1, RETENTION, days(30), RECORD_MAX, LARGE));
    }

    private static <V extends SpecificRecord> Topic<V> topic(
            String name, String key, Class<V> type, TopicLayout layout) {
        return new Topic<>(name, key, type, SpecificData.get().getSchema(type), layout);
    }

    private static String days(int days) {
        return Long.toString(Duration.ofDays(days).toMillis());
    }
}
