package io.broadsheet.sink.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.sink.Samples;
import io.broadsheet.sink.sqlite.SqliteStore;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.Batch;
import io.broadsheet.sink.store.Batch.Span;
import io.broadsheet.sink.store.Claim;
import io.broadsheet.sink.store.ClaimResult.Claimed;
import io.broadsheet.sink.store.LogStart;
import io.broadsheet.sink.store.Row;
import io.broadsheet.sink.store.StoreResult.Stored;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.EnrichmentState;
import io.broadsheet.v1.ImageOutcome;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What readers see of a store, beside a writer and without one. */
class StoreReaderTest {

    private static final TopicPartition PARTITION = new TopicPartition("articles", 2);

    @TempDir Path directory;
    private Path file;
    private ArticleStore store;
    private Claim claim;

    @BeforeEach
    void open() {
        file = directory.resolve("articles.db");
        store = SqliteStore.at(file, "test", () -> Instant.EPOCH);
        var wanted = new LogStart(PARTITION, Uuid.ONE_UUID, 0);
        claim = ((Claimed) store.claim(List.of(wanted))).claims().getFirst();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aDirectoryWithoutADatabaseSaysSo() {
        Path missing = directory.resolve("nowhere/articles.db");

        assertThat(StoreReader.open(missing)).isEqualTo(new Opening.Absent(missing.toString()));
        assertThat(missing.getParent()).doesNotExist();
    }

    @Test
    void aFileThatIsNoStoreSaysSo() throws Exception {
        Path text = Files.writeString(directory.resolve("text.db"), "no database".repeat(500));

        assertThat(StoreReader.open(text)).isInstanceOf(Opening.Unreadable.class);
    }

    @Test
    void aStoreWhoseTablesAreNotMadeYetHoldsNothing() throws Exception {
        Path empty = Files.createFile(directory.resolve("empty.db"));

        assertThat(StoreReader.open(empty)).isEqualTo(new Opening.Absent(empty.toString()));
    }

    @Test
    void aReaderSeesEachCommitOfAWriterAtOnce() {
        try (StoreReader reader = reader()) {
            assertThat(newest(reader, 10)).isEmpty();

            save(new Row.Article(Samples.article("a", 1)));
            assertThat(newest(reader, 10)).hasSize(1);
            assertThat(reader.nextOffsets()).isEqualTo(Map.of(PARTITION, 1L));

            save(new Row.Tombstone("a"));
            assertThat(newest(reader, 10)).isEmpty();
        }
    }

    @Test
    void aStoreIsReadableWhenItsWriterIsGone() {
        save(new Row.Article(Samples.article("a", 1)));
        store.close();

        try (StoreReader reader = reader()) {
            assertThat(reader.articles().byId("a")).isPresent();
            assertThat(reader.articles().byId("b")).isEmpty();
        }
    }

    @Test
    void theArticleMadeLastComesFirst() {
        save(
                new Row.Article(Samples.article("a", 1)),
                new Row.Article(Samples.article("c", 3)),
                new Row.Article(Samples.article("b", 2)));

        try (StoreReader reader = reader()) {
            assertThat(newest(reader, 2))
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("{\"articleId\":\"c\""),
                            second -> assertThat(second).startsWith("{\"articleId\":\"b\""));
        }
    }

    @Test
    void theLatestFailureComesFirst() {
        save(new Row.Letter(Samples.letter("x")), new Row.Letter(Samples.letter("y")));

        List<String> lines = new ArrayList<>();
        try (StoreReader reader = reader()) {
            reader.deadLetters().list(1, lines::add);
            assertThat(reader.deadLetters().byId("y")).isPresent();
            assertThat(reader.deadLettersByCode()).isEqualTo(Map.of("PARSE_YAML", 2L));
        }
        assertThat(lines).singleElement().asString().contains("\"deadLetterId\":\"x\"");
    }

    @Test
    void anImageOfSeveralArticlesCountsOnceAsItWasFoundLast() {
        EnrichedArticle early = withImage("a", ImageOutcome.UNUSABLE, Samples.NOON);
        EnrichedArticle late = withImage("b", ImageOutcome.USABLE, Samples.NOON.plusSeconds(1));
        EnrichedArticle other = Samples.withImages("c", 1, ImageOutcome.REFUSED);
        save(new Row.Article(late), new Row.Article(early), new Row.Article(other));

        try (StoreReader reader = reader()) {
            assertThat(reader.imagesByOutcome()).isEqualTo(Map.of("USABLE", 1L, "REFUSED", 1L));
        }
    }

    @Test
    void imagesOfLaterRawRecordsAreCountedByThemselves() {
        EnrichedArticle before = withImage("a", ImageOutcome.UNUSABLE, Samples.NOON);
        EnrichedArticle after = Samples.withImages("b", 2, ImageOutcome.USABLE);
        var there = after.getRawRef();
        save(new Row.Article(from(before, there.getOffset() - 1)), new Row.Article(after));

        try (StoreReader reader = reader()) {
            assertThat(reader.imagesByOutcomeSince(Map.of(there.getPartition(), there.getOffset())))
                    .isEqualTo(Map.of("USABLE", 1L));
            assertThat(reader.imagesByOutcomeSince(Map.of(there.getPartition() + 1, 0L))).isEmpty();
        }
    }

    @Test
    void articlesAreCountedByState() {
        EnrichedArticle partial = Samples.builder("p", 1).setState(EnrichmentState.PARTIAL).build();
        save(new Row.Article(partial), new Row.Article(Samples.article("a", 1)));

        try (StoreReader reader = reader()) {
            assertThat(reader.articlesByState()).isEqualTo(Map.of("PARTIAL", 1L, "COMPLETE", 1L));
        }
    }

    private static EnrichedArticle from(EnrichedArticle article, long rawOffset) {
        var raw = Samples.ref("news.articles.raw.v1", 0, rawOffset);
        return EnrichedArticle.newBuilder(article).setRawRef(raw).build();
    }

    private static EnrichedArticle withImage(String id, ImageOutcome outcome, Instant checkedAt) {
        ArticleImage image = Samples.withImages("shared", 1, outcome).getImages().getFirst();
        ArticleImage checked = ArticleImage.newBuilder(image).setCheckedAt(checkedAt).build();
        return Samples.builder(id, 1).setImages(List.of(checked)).build();
    }

    private void save(Row... rows) {
        long next = claim.nextOffset() + rows.length;
        var batch = new Batch(List.of(new Span(claim, next)), List.of(rows));
        assertThat(store.save(batch)).isInstanceOf(Stored.class);
        claim = claim.at(next);
    }

    private StoreReader reader() {
        return ((Opening.Opened) StoreReader.open(file)).store();
    }

    private static List<String> newest(StoreReader reader, int countMax) {
        List<String> lines = new ArrayList<>();
        reader.articles().newestFirst(countMax, lines::add);
        return lines;
    }
}
