package io.broadsheet.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The gate: every record of a topic must read what each released version wrote, and be read by it,
 * because logs are replayed from the start for years, by old and new readers at once. A breaking
 * change is a new topic.
 *
 * <p>A release writes its schemas with {@code -Dschemas.release=VERSION}.
 */
class SchemaHistoryTest {

    private static final Path RELEASED = Path.of("src/test/resources/released");

    static Stream<Path> released() throws IOException {
        try (Stream<Path> files = Files.walk(RELEASED)) {
            return files
                    .filter(file -> file.toString().endsWith(".avsc"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void todaysRecordReadsTheReleasedOneAndIsReadByIt(Path file) throws IOException {
        Schema released = new Schema.Parser().parse(Files.readString(file));
        Schema today = today(released.getName());
        assertThat(incompatibilities(today, released)).isEmpty();
        assertThat(incompatibilities(released, today)).isEmpty();
    }

    @Test
    void everyRecordOfATopicHasBeenReleasedOrIsWrittenNow() throws IOException {
        String version = System.getProperty("schemas.release");
        if (version != null) {
            write(RELEASED.resolve(version));
        }
        List<String> names =
                released().map(file -> file.getFileName().toString().replace(".avsc", "")).toList();
        assertThat(names).containsAll(records().keySet());
    }

    private static void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        records()
                .forEach((name, schema) -> {
                    try {
                        Files.writeString(
                                directory.resolve(name + ".avsc"),
                                SchemaFormatter.format("json/pretty", schema) + "\n");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static Schema today(String name) {
        Schema schema = records().get(name);
        if (schema == null) {
            throw new AssertionError(name + " was released and is gone: its logs are still there");
        }
        return schema;
    }

    private static Map<String, Schema> records() {
        return Topics.ALL.stream()
                .map(Topic::schema)
                .distinct()
                .collect(Collectors.toMap(Schema::getName, Function.identity()));
    }

    private static List<String> incompatibilities(Schema reader, Schema writer) {
        var verdict = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        return verdict.getType() == SchemaCompatibilityType.COMPATIBLE
                ? List.of()
                : verdict.getResult().getIncompatibilities().stream()
                        .map(it -> it.getLocation() + ": " + it.getMessage())
                        .toList();
    }
}
