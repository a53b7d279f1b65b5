package io.broadsheet.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.ImageCheckResult;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a tool that knows CloudEvents, but not Avro, learns of a record. */
class CloudEventHeadersTest {

    @Test
    void aRawArticleIsAnEventOfItsSource() {
        var article = Samples.raw().setLink("https://paper.example/1").setBackfillId("b7").build();
        assertThat(CloudEventHeaders.of(article).asMap())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "ce_specversion", "1.0",
                                "ce_type", "news.article.raw.v1",
                                "ce_id", "a1/sha256:00",
                                "ce_source", "/ingest/paper",
                                "ce_time", "2026-03-01T12:00:00Z",
                                "ce_subject", "https://paper.example/1",
                                "ce_partitionkey", "a1",
                                "content-type", "application/avro",
                                "news-backfill-id", "b7"));
    }

    @Test
    void withoutALinkTheArticleIsItsOwnSubject() {
        assertThat(CloudEventHeaders.of(Samples.raw().build()).asMap())
                .containsEntry("ce_subject", "a1")
                .doesNotContainKey("news-backfill-id");
        var endless = Samples.raw().setLink("https://paper.example/" + "x".repeat(5000)).build();
        assertThat(CloudEventHeaders.of(endless).asMap()).containsEntry("ce_subject", "a1");
    }

    @Test
    void eachVersionOfAnArticleIsAnEventOfItsOwn() {
        var article =
                EnrichedArticle.newBuilder(
                                (EnrichedArticle)
                                        new RandomRecords(1)
                                                .specific(EnrichedArticle.getClassSchema()))
                        .setArticleId("a1")
                        .setVersion(3)
                        .build();
        assertThat(CloudEventHeaders.of(article).asMap())
                .containsEntry("ce_id", "a1/3")
                .containsEntry("ce_type", "news.article.enriched.v1");
    }

    @Test
    void theSameThingSaidAgainIsTheSameEvent() {
        var result = new ImageCheckResult("a1", Samples.check().build());
        assertThat(CloudEventHeaders.of(result).asMap())
                .isEqualTo(CloudEventHeaders.of(result).asMap())
                .containsEntry("ce_id", "a1/i1/" + Samples.NOON.toEpochMilli())
                .containsEntry("ce_partitionkey", "a1");
        assertThat(CloudEventHeaders.of(Samples.outcome().build()).asMap())
                .containsEntry("ce_id", "news.articles.raw.v1/2/41");
        assertThat(CloudEventHeaders.of(Samples.check().build()).asMap())
                .containsEntry("ce_partitionkey", "i1");
    }

    @Test
    void whatCloudEventsForbidsIsLeftOut() {
        var article = Samples.raw().setLink("https://paper.example/a\u0000\nb\ud83dc").build();
        assertThat(CloudEventHeaders.of(article).asMap())
                .containsEntry("ce_subject", "https://paper.example/abc");
        var headers = CloudEventHeaders.of(article).with("x", "\u0001").with("y", null);
        assertThat(headers.asMap()).doesNotContainKeys("x", "y");
    }

    @Test
    void whatElseIsKnownIsAdded() {
        var headers =
                CloudEventHeaders.of(Samples.raw().build())
                        .with(CloudEventHeaders.PIPELINE_VERSION, "0.1.0");
        assertThat(headers.asMap()).containsEntry("news-pipeline-version", "0.1.0");
    }

    @Test
    void headersThatARecordPassedOnAreReplacedAndOthersKept() {
        var headers = new RecordHeaders();
        headers.add("ce_id", new byte[] {1});
        headers.add("traceparent", "00-x".getBytes(StandardCharsets.UTF_8));
        CloudEventHeaders.of(Samples.raw().build()).addTo(headers);
        CloudEventHeaders.of(Samples.raw().build()).addTo(headers);
        assertThat(headers.headers("ce_id")).hasSize(1);
        assertThat(headers.lastHeader("ce_id").value())
                .isEqualTo("a1/sha256:00".getBytes(StandardCharsets.UTF_8));
        assertThat(headers.lastHeader("traceparent")).isNotNull();
    }
}
