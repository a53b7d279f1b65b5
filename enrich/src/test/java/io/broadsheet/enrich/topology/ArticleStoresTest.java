package io.broadsheet.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.schemas.serde.StateSerde;
import io.broadsheet.state.v1.ArticleState;
import io.broadsheet.state.v1.TextSketch;

import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Stores outlive the program that wrote them. */
class ArticleStoresTest {

    @Test
    void theDocumentOnMetricsNamesAllStores() throws IOException {
        String row =
                Files.readAllLines(Path.of("..", "docs", "metrics.md")).stream()
                        .filter(line -> line.startsWith("| `store` |"))
                        .findFirst()
                        .orElseThrow();

        assertThat(row)
                .endsWith(
                        ArticleStores.NAMES.stream()
                                .map(name -> "`" + name + "`")
                                .collect(Collectors.joining(", ", ": ", " |")));
    }

    @Test
    void whatWasRememberedBeforeNoiseAndRetractionsWereKnownIsStillRead() throws IOException {
        Schema older = ArticleStores.older("article-state-1.avsc");
        assertThat(SchemaNormalization.parsingFingerprint64(older))
                .isNotEqualTo(
                        SchemaNormalization.parsingFingerprint64(ArticleState.getClassSchema()));
        GenericRecord record =
                new GenericRecordBuilder(older)
                        .set("version", 3)
                        .set("contentHash", "sha256:0")
                        .set("firstCreated", 1L)
                        .set("documents", List.of("d"))
                        .set("altIds", List.of())
                        .set("fields", Map.of())
                        .set(
                                "body",
                                new GenericRecordBuilder(older.getField("body").schema())
                                        .set("hash", 7L)
                                        .set("segments", List.of())
                                        .build())
                        .build();
        ByteBuffer buffer =
                new BinaryMessageEncoder<GenericRecord>(GenericData.get(), older).encode(record);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);

        ArticleState state =
                StateSerde.of(ArticleState.class, older)
                        .deserializer()
                        .deserialize("articles", bytes);

        assertThat(state.getVersion()).isEqualTo(3);
        assertThat(state.getBody()).isEqualTo(new TextSketch(7L, List.of()));
        assertThat(state.getSteady()).isNull();
        assertThat(state.getRetracted()).isFalse();
    }
}
