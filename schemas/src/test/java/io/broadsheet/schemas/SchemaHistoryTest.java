package io.broadsheet.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.state.v1.ServiceState;

import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
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
 * change is a new topic. What lies in state stores is read by us alone: it must read what was
 * released, and need not be read by it.
 *
 * <p>A release writes its schemas with {@code -Dschemas.release=VERSION}.
 */
class SchemaHistoryTest {

    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final String STATE = "state";

    static Stream<Path> released() throws IOException {
        return schemas(RELEASED).filter(file -> !isState(file));
    }

    static Stream<Path> releasedStates() throws IOException {
        return schemas(RELEASED).filter(SchemaHistoryTest::isState);
    }

    @ParameterizedTest
    @MethodSource("released")
    void todaysRecordReadsTheReleasedOneAndIsReadByIt(Path file) throws IOException {
        Schema released = new Schema.Parser().parse(Files.readString(file));
        Schema today = today(records(), released);
        assertThat(incompatibilities(today, released)).isEmpty();
        assertThat(incompatibilities(released, today)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("releasedStates")
    void todaysStateReadsTheReleasedOne(Path file) throws IOException {
        Schema released = new Schema.Parser().parse(Files.readString(file));
        assertThat(incompatibilities(today(states(), released), released)).isEmpty();
    }

    @Test
    void everyRecordHasBeenReleasedOrIsWrittenNow() throws IOException {
        String version = System.getProperty("schemas.release");
        if (version != null) {
            write(records(), RELEASED.resolve(version));
            write(states(), RELEASED.resolve(version).resolve(STATE));
        }
        assertThat(names(released())).containsAll(records().keySet());
        assertThat(names(releasedStates())).containsAll(states().keySet());
    }

    @Test
    void theGateWouldStopABreakingChange() {
        Schema released = Topics.OUTCOMES.schema();
        String text = released.toString();
        Schema otherType =
                new Schema.Parser()
                        .parse(
                                text.replace(
                                        "\"sourceId\",\"type\":{",
                                        "\"sourceId\",\"type\":\"long\",\"was\":{"));
        Schema newRequired =
                new Schema.Parser()
                        .parse(
                                text.replace(
                                        "\"fields\":[{\"name\":\"articleId\"",
                                        "\"fields\":[{\"name\":\"more\",\"type\":\"int\"},"
                                                + "{\"name\":\"articleId\""));
        assertThat(otherType).as("another type").isNotEqualTo(released);
        assertThat(incompatibilities(otherType, released)).isNotEmpty();
        assertThat(newRequired).as("a field without a default").isNotEqualTo(released);
        assertThat(incompatibilities(newRequired, released)).isNotEmpty();
        assertThat(incompatibilities(released, newRequired)).as("the other way").isEmpty();
    }

    private static Map<String, Schema> records() {
        return byName(Topics.ALL.stream().map(Topic::schema).distinct());
    }

    private static Map<String, Schema> states() {
        return byName(
                ServiceState.PROTOCOL.getTypes().stream()
                        .filter(type -> type.getType() == Schema.Type.RECORD));
    }

    private static Map<String, Schema> byName(Stream<Schema> schemas) {
        return schemas.collect(Collectors.toMap(Schema::getName, Function.identity()));
    }

    private static Schema today(Map<String, Schema> schemas, Schema released) {
        Schema schema = schemas.get(released.getName());
        if (schema == null) {
            throw new AssertionError(released.getName() + " was released and is gone");
        }
        return schema;
    }

    private static Stream<Path> schemas(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(it -> it.toString().endsWith(".avsc")).sorted().toList().stream();
        }
    }

    private static boolean isState(Path file) {
        return file.startsWith(RELEASED) && RELEASED.relativize(file).getName(1).endsWith(STATE);
    }

    private static List<String> names(Stream<Path> files) {
        return files.map(file -> file.getFileName().toString().replace(".avsc", "")).toList();
    }

    private static void write(Map<String, Schema> schemas, Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<String, Schema> schema : schemas.entrySet()) {
            String text = SchemaFormatter.format("json/pretty", schema.getValue()) + "\n";
            Files.writeString(directory.resolve(schema.getKey() + ".avsc"), text);
        }
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
