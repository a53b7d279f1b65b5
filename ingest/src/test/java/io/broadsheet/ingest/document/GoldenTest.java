package io.broadsheet.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.schemas.json.AvroJson;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Each file {@code x.in.*} beside this test's resources reads as {@code x.expected.json} says. Run
 * with {@code -Dgolden.write=true} to write what is missing, and then look at it.
 */
class GoldenTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    static List<Path> cases() throws IOException {
        URI golden = URI.create(String.valueOf(GoldenTest.class.getResource("/golden")));
        try (Stream<Path> files = Files.list(Path.of(golden))) {
            return files.filter(f -> f.getFileName().toString().contains(".in.")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsAsExpected(Path in) throws IOException {
        String name = in.getFileName().toString();
        var reader =
                new DocumentReader(
                        ReaderSettings.of(new SourceId("golden"), "test"),
                        ClaimStore.none(),
                        InstantSource.fixed(NOW));
        Reading reading =
                reader.parse(new Document("file:///posts/" + name, name, Files.readAllBytes(in)));
        JsonNode read = JSON.readTree(json(reading));
        Path expected =
                in.resolveSibling(name.substring(0, name.indexOf(".in.")) + ".expected.json");
        if (Boolean.getBoolean("golden.write") && !Files.exists(expected)) {
            Files.writeString(expected, JSON.writeValueAsString(read) + "\n");
        }
        assertThat(read).isEqualTo(JSON.readTree(Files.readString(expected)));
    }

    /** One article or letter as it is; a feed as an object with all that it gave. */
    private static String json(Reading reading) throws IOException {
        return switch (reading) {
            case Reading.Articles(var articles, var letters, var feed)
                    when feed.isPresent() || articles.size() + letters.size() > 1 -> {
                ObjectNode all = JSON.createObjectNode();
                feed.ifPresent(head -> all.put("feed", head.toString()));
                for (var article : articles) {
                    all.withArray("/articles").add(JSON.readTree(AvroJson.write(article)));
                }
                for (var letter : letters) {
                    all.withArray("/letters").add(JSON.readTree(AvroJson.write(letter)));
                }
                yield JSON.writeValueAsString(all);
            }
            case Reading.Articles(var articles, _, _) -> AvroJson.write(articles.getFirst());
            case Reading.Places(_, var letter) -> AvroJson.write(letter.get());
            case Reading.Buried(var letter) -> AvroJson.write(letter);
        };
    }
}
