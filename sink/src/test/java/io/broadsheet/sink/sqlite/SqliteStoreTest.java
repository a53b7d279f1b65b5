package io.broadsheet.sink.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.sink.Samples;
import io.broadsheet.sink.read.Opening;
import io.broadsheet.sink.read.StoreReader;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.Batch;
import io.broadsheet.sink.store.Batch.Span;
import io.broadsheet.sink.store.Claim;
import io.broadsheet.sink.store.ClaimResult.Claimed;
import io.broadsheet.sink.store.LogStart;
import io.broadsheet.sink.store.OutboxResult.Letters;
import io.broadsheet.sink.store.Row;
import io.broadsheet.sink.store.StoreBrokenException;
import io.broadsheet.sink.store.StoreResult;
import io.broadsheet.sink.store.StoreResult.Counts;
import io.broadsheet.sink.store.StoreResult.Fenced;
import io.broadsheet.sink.store.StoreResult.Refused;
import io.broadsheet.sink.store.StoreResult.Stored;
import io.broadsheet.sink.store.Unavailable;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.ImageOutcome;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a batch does to a real SQLite file, and what it must never do. */
class SqliteStoreTest {

    private static final TopicPartition PARTITION = new TopicPartition("articles", 0);
    private static final Uuid TOPIC_ID = Uuid.fromString("AAAAAAAAAAAAAAAAAAAAAQ");

    @TempDir Path directory;
    private Path file;
    private ArticleStore store;

    @BeforeEach
    void open() {
        file = directory.resolve("data/articles.db");
        store = openStore("first");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aPartitionStartsWhereItsLogBeginsAndGoesOnWhereItWasStored() {
        Claim first = claim(store, 40);
        assertThat(first).isEqualTo(new Claim(PARTITION, TOPIC_ID, 1, 40));

        save(store, first, 43);

        assertThat(claim(store, 0)).isEqualTo(new Claim(PARTITION, TOPIC_ID, 2, 43));
    }

    @Test
    void anArticleIsReadBackAsItWasStored() {
        StoreResult result =
                save(store, claim(store, 0), 1, new Row.Article(Samples.article("a", 1)));

        assertThat(result).isEqualTo(new Stored(new Counts(1, 0, 0, 0)));
        assertThat(record("a"))
                .hasValueSatisfying(json ->
                        assertThat(json)
                                .contains("\"articleBody\":\"正文 and body of a\\n\"")
                                .contains("\"version\":1,"));
        assertThat(query("SELECT body FROM article")).containsExactly("正文 and body of a\n");
        assertThat(query("SELECT version_created FROM article"))
                .containsExactly("2026-03-01T12:00:01.000Z");
    }

    @Test
    void aNewerVersionTakesThePlaceOfAnOlderOneAndSoDoItsImages() {
        Claim claim = claim(store, 0);
        var old = Samples.withImages("a", 1, ImageOutcome.UNCHECKED, ImageOutcome.UNCHECKED);
        save(store, claim, 1, new Row.Article(old));

        var newer = Samples.withImages("a", 2, ImageOutcome.USABLE);
        save(store, claim.at(1), 2, new Row.Article(newer));

        assertThat(query("SELECT version FROM article")).containsExactly("2");
        assertThat(query("SELECT outcome FROM image")).containsExactly("USABLE");
    }

    @Test
    void aVersionThatIsNotNewerChangesNothing() {
        Claim claim = claim(store, 0);
        save(store, claim, 1, new Row.Article(Samples.withImages("a", 2, ImageOutcome.USABLE)));

        StoreResult result =
                save(
                        store,
                        claim.at(1),
                        3,
                        new Row.Article(Samples.withImages("a", 1, ImageOutcome.UNCHECKED)),
                        new Row.Article(Samples.withImages("a", 2, ImageOutcome.UNUSABLE)));

        assertThat(result).isEqualTo(new Stored(new Counts(0, 2, 0, 0)));
        assertThat(query("SELECT version FROM article")).containsExactly("2");
        assertThat(query("SELECT outcome FROM image")).containsExactly("USABLE");
    }

    @Test
    void aTombstoneForgetsAnArticleWithItsImages() {
        Claim claim = claim(store, 0);
        save(store, claim, 1, new Row.Article(Samples.withImages("a", 1, ImageOutcome.USABLE)));

        StoreResult result =
                save(store, claim.at(1), 3, new Row.Tombstone("a"), new Row.Tombstone("b"));

        assertThat(result).isEqualTo(new Stored(new Counts(0, 0, 1, 0)));
        assertThat(record("a")).isEmpty();
        assertThat(query("SELECT image_id FROM image")).isEmpty();
    }

    @Test
    void aBatchSavedTwiceIsSavedOnce() {
        Claim claim = claim(store, 0);
        Row row = new Row.Article(Samples.article("a", 1));
        save(store, claim, 1, row);

        StoreResult again = save(store, claim, 1, row);

        assertThat(again).isEqualTo(new Stored(Counts.ZERO));
        assertThat(query("SELECT article_id FROM article")).containsExactly("a");
        assertThat(nextOffset()).isEqualTo(1);
    }

    @Test
    void aWriterThatWasReplacedIsFencedAndChangesNothing() {
        Claim old = claim(store, 0);
        try (ArticleStore successor = openStore("second")) {
            claim(successor, 0);

            StoreResult result = save(store, old, 1, new Row.Article(Samples.article("a", 1)));

            assertThat(result)
                    .asInstanceOf(InstanceOfAssertFactories.type(Fenced.class))
                    .extracting(Fenced::detail)
                    .asString()
                    .contains("articles-0 is epoch 2 at offset 0; ours was epoch 1");
            assertThat(record("a")).isEmpty();
            assertThat(nextOffset()).isZero();
        }
    }

    @Test
    void oneFencedPartitionHoldsTheWholeBatchBack() {
        TopicPartition other = new TopicPartition("articles", 1);
        List<LogStart> both =
                List.of(new LogStart(PARTITION, TOPIC_ID, 0), new LogStart(other, TOPIC_ID, 0));
        List<Claim> claims = ((Claimed) store.claim(both)).claims();
        store.claim(List.of(new LogStart(other, TOPIC_ID, 0)));

        List<Span> spans = List.of(new Span(claims.get(0), 1), new Span(claims.get(1), 1));
        StoreResult result =
                store.save(new Batch(spans, List.of(new Row.Article(Samples.article("a", 1)))));

        assertThat(result).isInstanceOf(Fenced.class);
        assertThat(record("a")).isEmpty();
        assertThat(nextOffset()).isZero();
    }

    @Test
    void refusedRowsAreAllNamedAndNothingIsStored() {
        Claim claim = claim(store, 0);
        refuse("b");
        refuse("d");

        StoreResult result =
                save(
                        store,
                        claim,
                        4,
                        new Row.Article(Samples.article("a", 1)),
                        new Row.Article(Samples.article("b", 1)),
                        new Row.Article(Samples.article("c", 1)),
                        new Row.Article(Samples.article("d", 1)));

        assertThat(((Refused) result).rows())
                .extracting(StoreResult.Refusal::row)
                .containsExactly(1, 3);
        assertThat(query("SELECT article_id FROM article")).isEmpty();
        assertThat(nextOffset()).isZero();
    }

    @Test
    void lettersOfThisSinkWaitUntilTheyAreRelayed() {
        Claim claim = claim(store, 0);
        DeadLetter own = Samples.letter("own");
        save(store, claim, 2, new Row.Letter(Samples.letter("theirs")), new Row.OwnLetter(own));

        assertThat(toRelay()).containsExactly(own);
        store.relayed(List.of(own));

        assertThat(toRelay()).isEmpty();
        assertThat(query("SELECT dead_letter_id FROM dead_letter ORDER BY 1"))
                .containsExactly("own", "theirs");
    }

    @Test
    void aLetterMetAgainShowsTheMoreRecentFailure() {
        Claim claim = claim(store, 0);
        DeadLetter first = Samples.letter("x");
        DeadLetter later =
                DeadLetter.newBuilder(first)
                        .setFailedAt(Samples.NOON.plusSeconds(60))
                        .setMessage("PARSE_YAML: still")
                        .build();
        save(store, claim, 1, new Row.Letter(later));

        save(store, claim.at(1), 2, new Row.Letter(first));

        assertThat(query("SELECT message FROM dead_letter")).containsExactly("PARSE_YAML: still");
    }

    @Test
    void whatIsInTheWayMayGoAway() throws Exception {
        Files.writeString(directory.resolve("data"), "a file where the directory belongs");
        List<LogStart> wanted = List.of(new LogStart(PARTITION, TOPIC_ID, 0));
        assertThat(store.claim(wanted)).isInstanceOf(Unavailable.class);

        Files.delete(directory.resolve("data"));

        assertThat(store.claim(wanted)).isInstanceOf(Claimed.class);
    }

    @Test
    void aFileThatIsNoDatabaseStopsTheSink() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(file, "this is not a database, and it is long enough to tell".repeat(99));

        assertThatThrownBy(() -> claim(store, 0))
                .isInstanceOf(StoreBrokenException.class)
                .hasMessageContaining("articles.db cannot be written");
    }

    @Test
    void anEpochOutlivesTheProcess() {
        Claim before = claim(store, 0);
        save(store, before, 5);
        store.close();

        try (ArticleStore restarted = openStore("again")) {
            assertThat(claim(restarted, 0)).isEqualTo(new Claim(PARTITION, TOPIC_ID, 2, 5));
        }
    }

    private ArticleStore openStore(String owner) {
        return SqliteStore.at(file, owner, () -> Instant.EPOCH);
    }

    private static Claim claim(ArticleStore store, long firstOffset) {
        LogStart wanted = new LogStart(PARTITION, TOPIC_ID, firstOffset);
        return ((Claimed) store.claim(List.of(wanted))).claims().getFirst();
    }

    private static StoreResult save(ArticleStore store, Claim claim, long next, Row... rows) {
        return store.save(new Batch(List.of(new Span(claim, next)), List.of(rows)));
    }

    private List<DeadLetter> toRelay() {
        return ((Letters) store.lettersToRelay(10)).letters();
    }

    private Optional<String> record(String articleId) {
        try (StoreReader reader = ((Opening.Opened) StoreReader.open(file)).store()) {
            return reader.articles().byId(articleId);
        }
    }

    private long nextOffset() {
        try (StoreReader reader = ((Opening.Opened) StoreReader.open(file)).store()) {
            return Map.copyOf(reader.nextOffsets()).getOrDefault(PARTITION, -1L);
        }
    }

    /** From now on the database refuses the row of this article. */
    private void refuse(String articleId) {
        execute(
                """
                CREATE TRIGGER refuse_%1$s BEFORE INSERT ON article WHEN new.article_id = '%1$s'
                BEGIN SELECT RAISE(ABORT, 'no'); END
                """
                        .formatted(articleId));
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> query(String sql) {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
        return values;
    }
}
