package io.broadsheet.schemas;

import io.broadsheet.v1.ArticleCluster;
import io.broadsheet.v1.ArticleOutcome;
import io.broadsheet.v1.ClusterLink;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.HostState;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageCheckRequest;
import io.broadsheet.v1.ImageCheckResult;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Reprocessing;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers of a record of the contract: a CloudEvent 1.0 in the binary mode of its Kafka
 * binding, so that generic tools know what a record is without decoding it. A tombstone carries
 * none: its value is null there too.
 *
 * <p>The event id is the same whenever the same thing is said again, so consumers may drop repeats
 * by {@code ce_source} and {@code ce_id}. Immutable.
 */
public final class CloudEventHeaders {

    /** W3C trace context, passed on as it came. */
    public static final String TRACEPARENT = "traceparent";

    /** W3C trace context of vendors, passed on as it came. */
    public static final String TRACESTATE = "tracestate";

    /** Which backfill a record belongs to. */
    public static final String BACKFILL_ID = "news-backfill-id";

    /** How often a record has been replayed from the dead letters. */
    public static final String REPLAY_COUNT = "news-replay-count";

    /** Which dead letter a record was replayed from. */
    public static final String REPLAY_OF = "news-replay-of";

    /** Version of the software that made the record. */
    public static final String PIPELINE_VERSION = "news-pipeline-version";

    private static final String PARTITION_KEY = "ce_partitionkey";
    private static final String CONTENT_TYPE = "application/avro";
    private static final int VALUE_CHARS_MAX = 2048;

    private final Map<String, String> headers;

    private CloudEventHeaders(Map<String, String> headers) {
        this.headers = headers;
    }

    /** Of a raw article; its key is the article's id. */
    public static CloudEventHeaders of(RawArticle article) {
        String id = article.getArticleId();
        return event("news.article.raw.v1", id + "/" + article.getContentHash())
                .from("/ingest/", article.getSource().getSourceId(), article.getIngestedAt())
                .about(article.getLink(), id)
                .withPartitionKey(id)
                .with(BACKFILL_ID, article.getBackfillId());
    }

    /** Of a raw article that is to be enriched anew; its key is the article's id. */
    public static CloudEventHeaders of(Reprocessing request, Instant askedAt) {
        String id = request.getArticle().getArticleId();
        return event("news.article.reprocess.v1", id + "/" + request.getRunId())
                .from("/reprocess/", request.getArticle().getSource().getSourceId(), askedAt)
                .about(request.getArticle().getLink(), id)
                .withPartitionKey(id);
    }

    /** Of a version of an enriched article; its key is the article's id. */
    public static CloudEventHeaders of(EnrichedArticle article) {
        String id = article.getArticleId();
        return event("news.article.enriched.v1", id + "/" + article.getVersion())
                .from("/enrich/", article.getSource().getSourceId(), article.getVersionCreated())
                .about(article.getUrl(), id)
                .withPartitionKey(id)
                .with(BACKFILL_ID, article.getBackfillId());
    }

    /** Of an entry of the ledger; its key is the article's id. */
    public static CloudEventHeaders of(ArticleOutcome outcome) {
        var raw = outcome.getRawRef();
        return event(
                        "news.article.outcome.v1",
                        raw.getTopic() + "/" + raw.getPartition() + "/" + raw.getOffset())
                .from("/enrich/", outcome.getSourceId(), outcome.getDecidedAt())
                .about(null, outcome.getArticleId())
                .withPartitionKey(outcome.getArticleId());
    }

    /** Of a request to check an image; its key is the host, see {@link #withPartitionKey}. */
    public static CloudEventHeaders of(ImageCheckRequest request) {
        Instant at = request.getRequestedAt();
        String id = request.getArticleId() + "/" + request.getImageId() + "/" + at.toEpochMilli();
        return event("news.image.check-request.v1", id)
                .from("/enrich/", "images", at)
                .about(request.getUrl(), request.getImageId());
    }

    /** Of the answer to a request; its key is the article's id. */
    public static CloudEventHeaders of(ImageCheckResult result) {
        ImageCheck check = result.getCheck();
        Instant at = check.getCheckedAt();
        String id = result.getArticleId() + "/" + check.getImageId() + "/" + at.toEpochMilli();
        return event("news.image.check-result.v1", id)
                .from("/check-images", "", at)
                .about(check.getUrl(), check.getImageId())
                .withPartitionKey(result.getArticleId());
    }

    /** Of what is known about an image; its key is the image's id. */
    public static CloudEventHeaders of(ImageCheck check) {
        Instant at = check.getCheckedAt();
        return event("news.image.check.v1", check.getImageId() + "/" + at.toEpochMilli())
                .from("/check-images", "", at)
                .about(check.getUrl(), check.getImageId())
                .withPartitionKey(check.getImageId());
    }

    /** Of what is known about a host; its key is the host. */
    public static CloudEventHeaders of(HostState state) {
        Instant changed = state.getChangedAt();
        Instant at = changed == null ? Instant.EPOCH : changed;
        return event("news.host-state.v1", state.getHost() + "/" + at.toEpochMilli())
                .from("/check-images", "", at)
                .about(null, state.getHost())
                .withPartitionKey(state.getHost());
    }

    /** Of what an article is told about another; its key is the article's id. */
    public static CloudEventHeaders of(ClusterLink link) {
        String id = link.getArticleId() + "/" + link.getNews() + "/" + link.getOtherId();
        return event("news.cluster-link.v1", id)
                .from("/enrich/", "clusters", link.getOtherFirstCreated())
                .about(null, link.getArticleId())
                .withPartitionKey(link.getArticleId());
    }

    /** Of a cluster; its key is the cluster's id. */
    public static CloudEventHeaders of(ArticleCluster cluster) {
        Instant at = cluster.getChangedAt();
        return event("news.cluster.v1", cluster.getClusterId() + "/" + at.toEpochMilli())
                .from("/enrich/", "clusters", at)
                .about(null, cluster.getClusterId())
                .withPartitionKey(cluster.getClusterId());
    }

    /** Of a dead letter; its key is that of the original, see {@link #withPartitionKey}. */
    public static CloudEventHeaders of(DeadLetter letter) {
        return event("news.dead-letter.v1", letter.getDeadLetterId())
                .from("/", letter.getApplication(), letter.getFailedAt())
                .about(letter.getUrl(), letter.getDeadLetterId());
    }

    private static CloudEventHeaders event(String type, String id) {
        return new CloudEventHeaders(new LinkedHashMap<>())
                .put("ce_specversion", "1.0")
                .put("ce_type", type)
                .put("ce_id", id)
                .put("content-type", CONTENT_TYPE);
    }

    private CloudEventHeaders from(String path, String name, Instant time) {
        String segment = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return put("ce_source", path + segment).put("ce_time", time.toString());
    }

    private CloudEventHeaders about(@Nullable String url, String id) {
        boolean usable = url != null && !url.isBlank() && url.length() <= VALUE_CHARS_MAX;
        return put("ce_subject", usable ? url : id);
    }

    /** With the key of the record, where it is not the event's own id. */
    public CloudEventHeaders withPartitionKey(String key) {
        return with(PARTITION_KEY, key);
    }

    /**
     * With one more header, such as {@link #PIPELINE_VERSION}. Characters that CloudEvents forbids
     * (controls, broken surrogates) are left out; without a value the header is too.
     */
    public CloudEventHeaders with(String name, @Nullable String value) {
        return new CloudEventHeaders(new LinkedHashMap<>(headers)).put(name, value);
    }

    /** Only while these headers are being made. */
    private CloudEventHeaders put(String name, @Nullable String value) {
        String clean = value == null ? "" : clean(value);
        if (!clean.isEmpty()) {
            headers.put(name, clean);
        }
        return this;
    }

    /**
     * Sets these headers, in place of any of the same name that a record passed on; others stay.
     */
    public void addTo(Headers target) {
        headers.forEach((name, value) -> {
            target.remove(name);
            target.add(name, value.getBytes(StandardCharsets.UTF_8));
        });
    }

    /** By name, in the order in which they are written. */
    public Map<String, String> asMap() {
        return Collections.unmodifiableMap(headers);
    }

    private static String clean(String value) {
        if (value.length() <= VALUE_CHARS_MAX
                && value.chars().noneMatch(CloudEventHeaders::isOdd)) {
            return value;
        }
        var clean = new StringBuilder(Math.min(value.length(), VALUE_CHARS_MAX));
        value.codePoints()
                .filter(point -> !Character.isISOControl(point) && !isLoneSurrogate(point))
                .limit(VALUE_CHARS_MAX)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isOdd(int unit) {
        return Character.isISOControl(unit) || Character.isSurrogate((char) unit);
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
