package io.broadsheet.e2e.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.schemas.CloudEventHeaders;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.HttpSchemaRegistry;
import io.broadsheet.schemas.registry.RegistrySettings;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Source;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The examples of docs/subscribe.md read what the pipeline writes. The one for Java has the jar of
 * the module schemas and what that needs, and no more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesIT {

    private static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final long LARGER_THAN_A_DOUBLE = 0xFEDC_BA98_7654_3210L;

    private @TempDir Path kept;
    private Optional<EmbeddedPlatform> started = Optional.empty();

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        started = Optional.of(EmbeddedPlatform.start(PlatformOptions.anyPorts(data)));
        write("a1", article("a1", "Grüße aus 東京"));
        write("a2", article("a2", "Second"));
        write("a1", null);
    }

    @AfterAll
    void stop() {
        started.ifPresent(EmbeddedPlatform::close);
    }

    @Test
    void theExampleForJavaRunsOnJava17WithTheSchemasJarAlone() throws Exception {
        OldJdk jdk = OldJdk.find();
        String classPath = schemasJar() + File.pathSeparator + Files.readString(runtime()).strip();
        List<String> compile = new ArrayList<>(jdk.compiler());
        compile.addAll(List.of("-cp", classPath, "-d", kept.toString(), "Headlines.java"));
        try (var compiler = new ExampleProcess(EXAMPLES.resolve("java"), kept, compile)) {
            compiler.linesAtEnd();
        }
        List<String> command =
                List.of(
                        jdk.java(),
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        kept + File.pathSeparator + classPath,
                        "Headlines",
                        platform().bootstrapServers(),
                        platform().registryUrl());
        try (var example = new ExampleProcess(kept, kept, command)) {
            assertThat(example.lines(3))
                    .contains("a1 Grüße aus 東京", "a2 Second")
                    .anyMatch(line -> line.startsWith("Retraction[articleId=a1"));
            assertThat(example.terminate()).as("ended by SIGTERM, as asked").isEqualTo(143);
        }
        write("a3", article("a3", "Third"));
        try (var again = new ExampleProcess(kept, kept, command)) {
            assertThat(again.lines(1)).as("goes on where it was").containsExactly("a3 Third");
        }
    }

    @Test
    void theExampleForNodeReads() throws Exception {
        assumeThat(onPath("node") && onPath("npm"))
                .as("node and npm are on the PATH; .ci/clients installs them")
                .isTrue();
        Path home = Files.createDirectories(Path.of("target", "example-node").toAbsolutePath());
        copyInto(home, "package.json", "package-lock.json", ".npmrc", "headlines.mjs");
        try (var npm = new ExampleProcess(home, kept, List.of("npm", "ci"))) {
            npm.linesAtEnd();
        }
        List<String> command =
                List.of(
                        "node",
                        "headlines.mjs",
                        platform().bootstrapServers(),
                        platform().registryUrl());
        try (var example = new ExampleProcess(home, kept, command)) {
            assertThat(example.lines(3)).contains("a1 Grüße aus 東京", "a2 Second", "a1 retracted");
            assertThat(example.terminate()).isZero();
        }
    }

    @Test
    void theExampleForKcatLists() throws Exception {
        assumeThat(onPath("kcat")).as("kcat is on the PATH; .ci/clients installs it").isTrue();
        List<String> command = List.of("./articles.sh", platform().bootstrapServers());
        try (var example = new ExampleProcess(EXAMPLES.resolve("kcat"), kept, command)) {
            assertThat(example.linesAtEnd())
                    .anyMatch(line -> line.matches("a2 1772366400000 \\d+ bytes .*ce_type=.*"))
                    .anyMatch(line -> line.startsWith("a1 1772366400000 -1 bytes"));
        }
    }

    private static Path schemasJar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "schemas", "target"))) {
            return files.filter(it -> it.getFileName().toString().matches("schemas-.*\\.jar"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    private static Path runtime() {
        return Path.of("..", "schemas", "target", "runtime-class-path");
    }

    private static void copyInto(Path home, String... files) throws IOException {
        for (String file : files) {
            Files.write(
                    home.resolve(file), Files.readAllBytes(EXAMPLES.resolve("node").resolve(file)));
        }
    }

    private void write(String id, @Nullable EnrichedArticle article) throws Exception {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        platform().bootstrapServers(),
                        "compression.type",
                        "lz4");
        var registry =
                new HttpSchemaRegistry(RegistrySettings.of(URI.create(platform().registryUrl())));
        try (var serde = AvroSerde.of(Topics.ENRICHED, registry);
                var producer =
                        new KafkaProducer<>(settings, new StringSerializer(), serde.serializer())) {
            var record =
                    new ProducerRecord<>(
                            Topics.ENRICHED.name(), null, NOON.toEpochMilli(), id, article);
            if (article != null) {
                CloudEventHeaders.of(article).addTo(record.headers());
            }
            producer.send(record).get(30, TimeUnit.SECONDS);
        }
    }

    private static EnrichedArticle article(String id, String headline) {
        return EnrichedArticle.newBuilder()
                .setArticleId(id)
                .setVersion(1)
                .setContentHash("sha256:" + id)
                .setSource(Source.newBuilder().setSourceId("paper").build())
                .setHeadline(headline)
                .setArticleBody("Words. ".repeat(200))
                .setSimHash(LARGER_THAN_A_DOUBLE)
                .setFirstCreated(NOON)
                .setVersionCreated(NOON)
                .setRawRef(new RecordRef("news.articles.raw.v1", 0, 0L))
                .build();
    }

    private EmbeddedPlatform platform() {
        return started.orElseThrow();
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
