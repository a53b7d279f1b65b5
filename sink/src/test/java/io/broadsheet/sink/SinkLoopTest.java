package io.broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.broadsheet.schemas.Topics;
import io.broadsheet.sink.FlakyStore.Fault;
import io.broadsheet.sink.FlakyStore.Killed;
import io.broadsheet.sink.SinkStoppedException.Code;
import io.broadsheet.sink.Workbench.Life;
import io.broadsheet.sink.read.Opening;
import io.broadsheet.sink.read.StoreReader;
import io.broadsheet.sink.sqlite.SqliteStore;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.v1.DeadLetter;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The loop over a log in memory and a real SQLite file, with faults at chosen moments. */
class SinkLoopTest {

    private static final byte[] CORRUPT = {0, 0, 0, 0, 1, 127, 127, 127};

    @TempDir Path directory;
    private final Workbench bench = new Workbench();

    @Test
    void everyRecordIsARowAndTheCorruptOneADeadLetterWithItsBytes() {
        appendArticles(0, 7);
        bench.appendBytes(Topics.ENRICHED, "bad", CORRUPT);
        appendArticles(7, 12);
        bench.append(Topics.INGEST_DEAD_LETTERS, "x", Samples.letter("x"));

        try (ArticleStore store = openStore()) {
            bench.untilStored(bench.begin(store));
        }

        assertThat(storedIds()).containsExactlyElementsOf(ids(0, 12));
        assertThat(codes()).isEqualTo(Map.of("PARSE_YAML", 1L, "AVRO_CORRUPT", 1L));
        DeadLetter own = relayedLetters().getFirst();
        assertThat(own.getOriginalValue().array()).isEqualTo(CORRUPT);
        assertThat(own.getOrigin()).isEqualTo(Samples.ref(Topics.ENRICHED.name(), 0, 7));
        assertThat(own.getOriginalKey().array()).isEqualTo("bad".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anArticleOfUnknownSchemaIsBuriedUnderThatName() {
        bench.appendBytes(Topics.ENRICHED, "bad", new byte[] {0, 0, 0, 99, 99, 1});

        try (ArticleStore store = openStore()) {
            bench.untilStored(bench.begin(store));
        }

        assertThat(codes()).isEqualTo(Map.of("SCHEMA_UNKNOWN", 1L));
    }

    @Test
    void aRegistryThatIsAwayBuriesNothing() {
        appendArticles(0, 3);
        try (ArticleStore store = openStore()) {
            Life life = bench.begin(store);
            bench.registry.goAway();
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> bench.untilStored(life));
            assertThat(codes()).isEmpty();

            bench.registry.comeBack();
            bench.untilStored(life);
        }
        assertThat(storedIds()).containsExactlyElementsOf(ids(0, 3));
        assertThat(codes()).isEmpty();
    }

    @Test
    void aTombstoneForgetsTheArticle() {
        appendArticles(0, 2);
        bench.appendTombstone("a00");

        try (ArticleStore store = openStore()) {
            bench.untilStored(bench.begin(store));
        }

        assertThat(storedIds()).containsExactly("a01");
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, 1",
        "UNAVAILABLE, 3",
        "OUTCOME_UNKNOWN, 1",
        "OUTCOME_UNKNOWN, 3",
        "KILLED_BEFORE, 1",
        "KILLED_BEFORE, 3",
        "KILLED_AFTER, 1",
        "KILLED_AFTER, 2",
        "KILLED_AFTER, 4"
    })
    void whateverFailsWheneverNothingIsLostAndNothingDoubled(Fault fault, int atSave) {
        appendArticles(0, 8);
        bench.appendBytes(Topics.ENRICHED, "bad", CORRUPT);
        appendArticles(8, 18);
        bench.append(Topics.INGEST_DEAD_LETTERS, "x", Samples.letter("x"));

        liveUntilStored(fault, atSave);

        assertThat(storedIds()).containsExactlyElementsOf(ids(0, 18));
        assertThat(codes()).isEqualTo(Map.of("PARSE_YAML", 1L, "AVRO_CORRUPT", 1L));
        assertThat(nextOffsets()).isEqualTo(bench.ends());
        assertThat(relayedLetters()).extracting(DeadLetter::getDeadLetterId).hasSize(1);
    }

    @Test
    void aRowThatTheStoreRefusesIsBuriedInTheTransactionThatPassesIt() {
        appendArticles(0, 9);
        try (ArticleStore store = openStore()) {
            Life life = bench.begin(store);
            refuse("a03");
            bench.untilStored(life);
        }

        assertThat(storedIds())
                .containsExactly("a00", "a01", "a02", "a04", "a05", "a06", "a07", "a08");
        assertThat(codes()).isEqualTo(Map.of("ROW_REJECTED", 1L));
        assertThat(nextOffsets()).isEqualTo(bench.ends());
    }

    @Test
    void aSinkThatWouldBuryAlmostEverythingStopsAndBuriesNothing() {
        for (int i = 0; i < 30; i++) {
            bench.appendBytes(Topics.ENRICHED, "bad" + i, CORRUPT);
        }

        try (ArticleStore store = openStore()) {
            Life life = bench.begin(store);
            assertThatExceptionOfType(SinkStoppedException.class)
                    .isThrownBy(() -> bench.untilStored(life))
                    .returns(Code.SINK_MASS_REJECT, SinkStoppedException::code);
        }

        assertThat(codes()).isEqualTo(Map.of("AVRO_CORRUPT", 20L));
    }

    @Test
    void aSinkThatWasReplacedStops() {
        appendArticles(0, 3);
        try (ArticleStore store = openStore();
                ArticleStore successor = openStore()) {
            Life first = bench.begin(store);
            bench.begin(successor);

            assertThatExceptionOfType(SinkStoppedException.class)
                    .isThrownBy(() -> bench.untilStored(first))
                    .returns(Code.SINK_FENCED, SinkStoppedException::code);
        }
        assertThat(storedIds()).isEmpty();
    }

    @Test
    void aStoreOfAnotherClusterIsNotTouched() {
        appendArticles(0, 3);
        try (ArticleStore store = openStore()) {
            bench.untilStored(bench.begin(store));
        }
        Uuid another = Uuid.fromString("AAAAAAAAAAAAAAAAAAAAAg");

        try (ArticleStore store = openStore()) {
            assertThatExceptionOfType(SinkStoppedException.class)
                    .isThrownBy(() -> bench.begin(store, Workbench.CONFIG, another))
                    .withMessageContaining("stored 3 of topic AAAAAAAAAAAAAAAAAAAAAQ")
                    .returns(Code.SINK_OFFSET_MISMATCH, SinkStoppedException::code);
        }
    }

    @Test
    void whatIsStoredIsReadNoMoreAfterARestart() {
        appendArticles(0, 6);
        try (ArticleStore store = openStore()) {
            bench.untilStored(bench.begin(store));
        }
        appendArticles(6, 8);

        try (ArticleStore store = openStore()) {
            Life second = bench.begin(store);
            bench.untilStored(second);
            assertThat(second.progress().counts().articles()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"UNAVAILABLE", "OUTCOME_UNKNOWN"})
    void whileTheStoreIsAwayNothingIsPolledThatCouldNotBeHeld(Fault fault) {
        appendArticles(0, 30);
        try (ArticleStore store = new FlakyStore(openStore(), fault, 2)) {
            Life life = bench.begin(store);
            life.consumer().setMaxPollRecords(5);
            life.loop().turn();
            life.loop().turn();

            assertThat(life.consumer().paused()).hasSize(2);
            bench.untilStored(life);
            assertThat(life.consumer().paused()).isEmpty();
        }
        assertThat(storedIds()).containsExactlyElementsOf(ids(0, 30));
    }

    @Test
    void aStoreThatIsAwayIsToldWhileThereIsNothingToStore() {
        appendArticles(0, 3);
        try (FlakyStore store = new FlakyStore(openStore(), Fault.UNAVAILABLE, -1)) {
            Life life = bench.begin(store);
            bench.untilStored(life);
            assertThat(life.progress().obstacle()).isEmpty();

            store.setAway(true);
            bench.turn(life, Duration.ofSeconds(6));
            assertThat(life.progress().obstacle()).hasValue("away");

            store.setAway(false);
            bench.turn(life, Duration.ofSeconds(60));
            assertThat(life.progress().obstacle()).isEmpty();
        }
    }

    private void liveUntilStored(Fault fault, int atSave) {
        try (ArticleStore store = new FlakyStore(openStore(), fault, atSave)) {
            bench.untilStored(bench.begin(store));
        } catch (Killed e) {
            try (ArticleStore store = openStore()) {
                bench.untilStored(bench.begin(store));
            }
        }
    }

    private void appendArticles(int from, int to) {
        for (String id : ids(from, to)) {
            bench.append(Topics.ENRICHED, id, Samples.article(id, 1));
        }
    }

    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj("a%02d"::formatted).toList();
    }

    private Path file() {
        return directory.resolve("articles.db");
    }

    private ArticleStore openStore() {
        return SqliteStore.at(file(), "test", bench::now);
    }

    private List<DeadLetter> relayedLetters() {
        return bench.relayed.history().stream().map(ProducerRecord::value).toList();
    }

    private StoreReader reader() {
        return ((Opening.Opened) StoreReader.open(file())).store();
    }

    private List<String> storedIds() {
        List<String> ids = new ArrayList<>();
        try (StoreReader reader = reader()) {
            reader.articles().newestFirst(1000, json -> ids.add(idIn(json)));
        }
        return ids;
    }

    private static String idIn(String json) {
        String before = "\"articleId\":\"";
        int start = json.indexOf(before) + before.length();
        return json.substring(start, json.indexOf('"', start));
    }

    private Map<String, Long> codes() {
        try (StoreReader reader = reader()) {
            return reader.deadLettersByCode();
        }
    }

    private Map<TopicPartition, Long> nextOffsets() {
        try (StoreReader reader = reader()) {
            return reader.nextOffsets();
        }
    }

    /** From now on the database refuses the row of this article. */
    private void refuse(String articleId) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.execute(
                    ("CREATE TRIGGER refuse BEFORE INSERT ON article WHEN new.article_id = '%s'"
                                    + " BEGIN SELECT RAISE(ABORT, 'no'); END")
                            .formatted(articleId));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
