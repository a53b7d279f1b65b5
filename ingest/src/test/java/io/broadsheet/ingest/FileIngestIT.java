package io.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.ingest.publish.AccessClients;
import io.broadsheet.ingest.publish.IngestFencedException;
import io.broadsheet.ingest.publish.KafkaClients;
import io.broadsheet.ingest.source.FileSource;
import io.broadsheet.ingest.source.SourceFile;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.HttpSchemaRegistry;
import io.broadsheet.schemas.registry.RegistrySettings;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.RawArticle;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** From files to the topics, on a real broker: once is once, whatever breaks in between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileIngestIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private EmbeddedPlatform platform;
    private SchemaRegistry registry;
    private Path posts;
    private SourceId source;

    @BeforeAll
    void start(@TempDir Path data) {
        platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(data.resolve("platform")));
        registry = new HttpSchemaRegistry(RegistrySettings.of(URI.create(platform.registryUrl())));
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @BeforeEach
    void separateSource(TestInfo test, @TempDir Path directory) {
        posts = directory;
        source =
                new SourceId(test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT));
    }

    @Test
    void theSecondPassPublishesNothing() throws IOException {
        write("a.md", "A");
        write("b.md", "B");

        IngestReport first = takeAll();
        IngestReport second = takeAll();

        assertThat(first.counts()).isEqualTo(new IngestCounts(2, 2, 0, 0, 0));
        assertThat(first.offsets().count()).isEqualTo(2);
        assertThat(second.counts()).isEqualTo(new IngestCounts(2, 0, 2, 0, 0));
        assertThat(titles()).containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void aRecordIsKeyedTimedAndPlacedAsReported() throws IOException {
        write("a.md", "A");

        IngestReport report = takeAll();

        ConsumerRecord<byte[], byte[]> record = records(Topics.RAW).getFirst();
        RawArticle article = value(Topics.RAW, record);
        assertThat(new String(record.key(), StandardCharsets.UTF_8))
                .isEqualTo(article.getArticleId());
        assertThat(record.timestamp()).isEqualTo(article.getIngestedAt().toEpochMilli());
        assertThat(report.offsets().contains(record.partition(), record.offset())).isTrue();
        assertThat(record.headers().lastHeader("ce_type").value())
                .isEqualTo("news.article.raw.v1".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anArchiveLargerThanTheLimitIsPublishedPageByPageAndNotReadAgain() throws IOException {
        int pages = 60;
        String filler = "<!--" + "x".repeat(200 * 1024) + "-->";
        try (OutputStream out = Files.newOutputStream(posts.resolve("crawl.warc"))) {
            for (int i = 0; i < pages; i++) {
                out.write(archived("https://www.example.org/" + i, "Page " + i, filler));
            }
        }

        IngestReport first = takeAll();
        IngestReport second = takeAll();

        assertThat(first.counts()).isEqualTo(new IngestCounts(pages, pages, 0, 0, 0));
        assertThat(second.counts()).isEqualTo(new IngestCounts(1, 0, 1, 0, 0));
        assertThat(titles()).hasSize(pages).contains("Page 0", "Page 59");
    }

    private static byte[] archived(String url, String title, String filler) {
        String http =
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
                        + "<!DOCTYPE html><title>%s</title>%s".formatted(title, filler);
        return """
        WARC/1.1
        WARC-Type: response
        WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>
        WARC-Date: 2025-06-07T08:09:10Z
        WARC-Target-URI: %s
        Content-Type: application/http; msgtype=response
        Content-Length: %d

        """
                .formatted(url, http.length())
                .replace("\n", "\r\n")
                .concat(http + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aFeedIsPublishedItemByItemInOneTransactionWithItsLetters() throws IOException {
        String item = "<item><title>%1$s</title><guid isPermaLink='false'>%1$s</guid></item>";
        String feed =
                "<rss><channel>"
                        + item.formatted("A")
                        + "<item><guid>nothing</guid></item>"
                        + item.formatted("B")
                        + "</channel></rss>";
        Files.writeString(posts.resolve("feed.xml"), feed);
        write("post.md", "C");

        IngestReport first = takeAll();
        IngestReport second = takeAll();

        assertThat(first.counts()).isEqualTo(new IngestCounts(4, 3, 0, 0, 1));
        assertThat(first.offsets().count()).isEqualTo(3);
        assertThat(second.counts()).isEqualTo(new IngestCounts(2, 0, 2, 1, 0));
        assertThat(titles()).containsExactlyInAnyOrder("A", "B", "C");
        assertThat(letterCodes()).containsExactly("ARTICLE_EMPTY");
    }

    @Test
    void forksOfADumpOfWhichOneHasLostTheLinkMakeOneArticle() throws IOException {
        String post = "---\ntitle: Tide tables\n%s---\nBody.\n";
        Files.writeString(posts.resolve("fork1.md"), post.formatted("date: 2026-03-13 08:00\n"));
        Files.writeString(
                posts.resolve("fork2.md"),
                post.formatted("date: 2026-03-13\nlink: https://news.example/tides\n"));
        Files.writeString(
                posts.resolve("other.md"),
                post.formatted("date: 2024-03-13\nlink: https://news.example/old\n"));

        takeAll();

        assertThat(records(Topics.RAW))
                .extracting(record -> new String(record.key(), StandardCharsets.UTF_8))
                .hasSize(3)
                .satisfies(keys -> assertThat(Set.copyOf(keys)).hasSize(2));
    }

    @Test
    void changedBytesArePublishedAgain() throws IOException {
        write("a.md", "A");
        takeAll();
        write("a.md", "A, revised");

        assertThat(takeAll().counts()).isEqualTo(new IngestCounts(1, 1, 0, 0, 0));
        assertThat(titles()).containsExactlyInAnyOrder("A", "A, revised");
    }

    @Test
    void oneBadFileStopsNoOther() throws IOException {
        write("a.md", "A");
        Files.write(posts.resolve("b.md"), new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        Files.createSymbolicLink(posts.resolve("c.md"), Path.of("/dev/null"));
        write("d.md", "D");

        IngestReport first = takeAll();
        IngestReport second = takeAll();

        assertThat(first.counts()).isEqualTo(new IngestCounts(4, 2, 0, 0, 2));
        assertThat(second.counts()).isEqualTo(new IngestCounts(4, 0, 4, 2, 0));
        assertThat(titles()).containsExactlyInAnyOrder("A", "D");
        assertThat(letterCodes())
                .containsExactlyInAnyOrder("FORMAT_UNSUPPORTED", "PATH_OUTSIDE_ROOT");
    }

    @Test
    void aCrashInTheMiddleLosesNothingAndDoublesNothing() throws IOException {
        for (int i = 0; i < 1_200; i++) {
            write("%04d.md".formatted(i), "Post " + i);
        }
        try (FileIngest crashing = open()) {
            assertThatThrownBy(() -> crashing.take(dyingAfter(700), IngestProgress.silent()))
                    .hasMessage("killed");
        }

        IngestReport rest = takeAll();

        assertThat(rest.counts()).isEqualTo(new IngestCounts(1_200, 700, 500, 0, 0));
        assertThat(titles()).hasSize(1_200).doesNotHaveDuplicates();
    }

    @Test
    void aLaterIngestOfTheSameSourceFencesTheEarlier() throws IOException {
        write("a.md", "A");
        try (FileIngest zombie = open();
                FileIngest heir = open()) {
            heir.take(files(), IngestProgress.silent());
            write("b.md", "B");

            assertThatThrownBy(() -> zombie.take(files(), IngestProgress.silent()))
                    .isInstanceOf(IngestFencedException.class);
        }
        assertThat(titles()).containsExactly("A");
    }

    @Test
    void anotherSourcesOpenTransactionHidesNoCursor() throws IOException {
        write("a.md", "A");
        try (FileIngest ingest = open();
                var other = clients().producer("somebody-else")) {
            other.initTransactions();
            other.beginTransaction();
            for (int partition = 0; partition < 3; partition++) {
                var _ = other.send(foreignCursor(partition));
            }
            other.flush();
            ingest.take(files(), IngestProgress.silent());
            var second = CompletableFuture.supplyAsync(this::takeAll);
            other.abortTransaction();

            assertThat(second.orTimeout(60, TimeUnit.SECONDS).join().counts())
                    .isEqualTo(new IngestCounts(1, 0, 1, 0, 0));
        }
    }

    private static ProducerRecord<byte[], byte[]> foreignCursor(int partition) {
        byte[] key = "somebody-else file:///a.md".getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(Topics.INGEST_CURSORS.name(), partition, key, null);
    }

    @Test
    void theInboxTakesWhatIsThereAndWhatComes() throws IOException {
        write("a.md", "A");
        Files.createDirectory(posts.resolve("below"));
        try (var inbox = new InboxService(posts, this::open, InstantSource.system())) {
            inbox.start();
            Awaitility.await().atMost(PATIENCE).until(() -> titles().equals(List.of("A")));

            write("b.md.tmp", "B");
            Files.move(posts.resolve("b.md.tmp"), posts.resolve("b.md"));
            write("below/c.md", "C");
            Awaitility.await().atMost(PATIENCE).until(() -> titles().size() == 3);
            assertThat(inbox.failure()).isEmpty();
        }
        assertThat(titles()).containsExactlyInAnyOrder("A", "B", "C");
    }

    private Iterable<SourceFile> dyingAfter(int count) {
        Iterator<SourceFile> files = files().iterator();
        return () ->
                Stream.generate(files::next)
                        .limit(count + 1L)
                        .peek(new Fuse(count)::burn)
                        .iterator();
    }

    /** Lets a number of files through, then ends the reading as a crash would. */
    private static final class Fuse {
        private int left;

        Fuse(int left) {
            this.left = left;
        }

        void burn(SourceFile file) {
            if (left-- == 0) {
                throw new IllegalStateException("killed");
            }
        }
    }

    private IngestReport takeAll() {
        try (FileIngest ingest = open()) {
            return ingest.take(files(), IngestProgress.silent());
        }
    }

    private FileIngest open() {
        return FileIngest.open(
                access(),
                ReaderSettings.of(source, "test"),
                ClaimStore.none(),
                InstantSource.system());
    }

    private KafkaAccess access() {
        return new KafkaAccess(platform.bootstrapServers(), registry, Map.of());
    }

    private KafkaClients clients() {
        return new AccessClients(access());
    }

    private FileSource files() {
        return new FileSource(List.of(posts));
    }

    private void write(String name, String title) throws IOException {
        Files.writeString(posts.resolve(name), "---\ntitle: '" + title + "'\n---\nBody.\n");
    }

    private List<String> titles() {
        return records(Topics.RAW).stream()
                .map(record -> this.<RawArticle>value(Topics.RAW, record).getTitle())
                .toList();
    }

    private List<String> letterCodes() {
        return records(Topics.INGEST_DEAD_LETTERS).stream()
                .map(record -> this.<DeadLetter>value(Topics.INGEST_DEAD_LETTERS, record).getCode())
                .toList();
    }

    /** All committed records of this test's source. */
    private List<ConsumerRecord<byte[], byte[]>> records(Topic<?> topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer =
                clients().consumer(IsolationLevel.READ_COMMITTED)) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic.name()).stream()
                            .map(p -> new TopicPartition(topic.name(), p.partition()))
                            .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream()
                    .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        records.removeIf(record -> !isOurs(record));
        return records;
    }

    private boolean isOurs(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8).contains(source.value());
    }

    private <V extends SpecificRecord> V value(
            Topic<V> topic, ConsumerRecord<byte[], byte[]> record) {
        return AvroSerde.of(topic, registry)
                .deserializer()
                .deserialize(topic.name(), record.value());
    }
}
