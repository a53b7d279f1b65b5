package io.broadsheet.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.broadsheet.schemas.Samples;
import io.broadsheet.v1.Cluster;
import io.broadsheet.v1.HeaderEntry;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a consumer without Avro sees. */
class AvroJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aRecordIsOneObjectOfOneLine() {
        assertThat(AvroJson.write(Samples.outcome().build()))
                .isEqualTo(
                        "{\"articleId\":\"a1\",\"sourceId\":\"paper\","
                                + "\"rawRef\":{\"topic\":\"news.articles.raw.v1\","
                                + "\"partition\":2,\"offset\":41},\"kind\":\"ENRICHED\","
                                + "\"version\":1,\"deadLetterId\":null,"
                                + "\"decidedAt\":\"2026-03-01T12:00:00Z\"}");
    }

    @Test
    void anInstantHasMillisecondsOnlyIfThereAreAny() {
        var later = Samples.outcome().setDecidedAt(Samples.NOON.plusMillis(7)).build();
        assertThat(node(AvroJson.write(later)).get("decidedAt").asText())
                .isEqualTo("2026-03-01T12:00:00.007Z");
    }

    @Test
    void aGenericRecordGivesTheSameTextAsAGeneratedOne() {
        var outcome = Samples.outcome().build();
        var generic = new GenericRecordBuilder(outcome.getSchema());
        for (Schema.Field field : outcome.getSchema().getFields()) {
            generic.set(field, outcome.get(field.pos()));
        }
        generic.set("decidedAt", Samples.NOON.toEpochMilli());
        assertThat(AvroJson.write(generic.build())).isEqualTo(AvroJson.write(outcome));
    }

    @Test
    void aFloatIsTheNumberThatWasWritten() {
        assertThat(AvroJson.write(cluster(0.9f, "x"))).contains("\"score\":0.9,");
        assertThat(AvroJson.write(cluster(1f, "x"))).contains("\"score\":1.0,");
    }

    @Test
    void aNumberThatJsonDoesNotHaveIsAbsent() {
        assertThat(AvroJson.write(cluster(Float.NaN, "x"))).contains("\"score\":null,");
        assertThat(AvroJson.write(cluster(Float.NEGATIVE_INFINITY, "x")))
                .contains("\"score\":null,");
    }

    @Test
    void textIsEscapedAndStaysOnItsLine() {
        String text = AvroJson.write(cluster(0, "a\"b\\c\nd\u0000"));
        assertThat(text).contains("a\\\"b\\\\c\\nd\\u0000").doesNotContain("\n");
        assertThat(node(text).get("reasons").get(0).asText()).isEqualTo("a\"b\\c\nd\u0000");
    }

    @Test
    void halfACharacterIsReplacedSoThatTheTextHasAUtf8Form() {
        String text = AvroJson.write(cluster(0, "a\ud83db\udcf0\ud83d\udcf0"));
        assertThat(node(text).get("reasons").get(0).asText())
                .isEqualTo("a\ufffdb\ufffd\ud83d\udcf0");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
    }

    @Test
    void bytesAreBase64AndCanBeReadAgain() {
        var entry = new HeaderEntry("k", ByteBuffer.wrap(new byte[] {0, -1, 'a'}));
        String text = AvroJson.write(entry);
        assertThat(text).isEqualTo("{\"key\":\"k\",\"value\":\"AP9h\"}");
        assertThat(AvroJson.write(entry)).isEqualTo(text);
        assertThat(AvroJson.write(new HeaderEntry("k", null)))
                .isEqualTo("{\"key\":\"k\",\"value\":null}");
    }

    @Test
    void arraysAndMapsKeepTheirElements() {
        var raw =
                Samples.raw()
                        .setAltIds(List.of("x", "y"))
                        .setExtensions(Map.of("hexo:comments", "false"))
                        .build();
        JsonNode node = node(AvroJson.write(raw));
        assertThat(node.get("altIds").toString()).isEqualTo("[\"x\",\"y\"]");
        assertThat(node.get("extensions").toString()).isEqualTo("{\"hexo:comments\":\"false\"}");
        assertThat(node.get("images").toString()).isEqualTo("[]");
    }

    @Test
    void aMapIsSortedSoThatOneRecordGivesOneText() {
        Map<String, String> written = new LinkedHashMap<>();
        written.put("z", "1");
        written.put("a", "2");
        written.put("m", "3");
        JsonNode node = node(AvroJson.write(Samples.raw().setExtensions(written).build()));
        assertThat(node.get("extensions").toString())
                .isEqualTo("{\"a\":\"2\",\"m\":\"3\",\"z\":\"1\"}");
    }

    private static Cluster cluster(float score, String reason) {
        return Cluster.newBuilder()
                .setClusterId("c")
                .setScore(score)
                .setReasons(List.of(reason))
                .build();
    }

    private static JsonNode node(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }
}
