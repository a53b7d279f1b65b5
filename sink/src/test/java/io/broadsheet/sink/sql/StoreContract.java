package io.broadsheet.sink.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.sink.Samples;
import io.broadsheet.sink.read.Opening;
import io.broadsheet.sink.read.StoreReader;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.Batch;
import io.broadsheet.sink.store.Batch.Span;
import io.broadsheet.sink.store.Claim;
import io.broadsheet.sink.store.ClaimResult.Claimed;
import io.broadsheet.sink.store.LogStart;
import io.broadsheet.sink.store.Row;
import io.broadsheet.sink.store.StoreResult;
import io.broadsheet.sink.store.StoreResult.Counts;
import io.broadsheet.sink.store.StoreResult.Fenced;
import io.broadsheet.sink.store.StoreResult.Refused;
import io.broadsheet.sink.store.StoreResult.Stored;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.ImageOutcome;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** What a batch does to a real database, and what it must never do. */
public abstract class StoreContract {

    private static final TopicPartition PARTITION = StoreClient.PARTITION;
    private static final Uuid TOPIC_ID = StoreClient.TOPIC_ID;

    private ArticleStore store;
    private StoreClient client;

    /** A store in this test's own database, the same at each call. */
    protected abstract ArticleStore openStore(String owner);

    /** The same database, for an operator. */
    protected abstract Desk desk();

    /** The same database, for readers. */
    protected abstract Opening read();

    /** From now on the database, which has its tables, refuses the row of this article. */
    protected abstract void refuse(String articleId);

    @BeforeEach
    void open() {
        store = openStore("first");
        client = new StoreClient(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aPartitionStartsWhereItsLogBeginsAndGoesOnWhereItWasStored() {
        Claim first = client.claim(40);
        assertThat(first).isEqualTo(new Claim(PARTITION, TOPIC_ID, 1, 40));

        client.save(first, 43);

        assertThat(client.claim(0)).isEqualTo(new Claim(PARTITION, TOPIC_ID, 2, 43));
    }

    @Test
    void anArticleIsReadBackAsItWasStored() {
        StoreResult result =
                client.save(client.claim(0), 1, new Row.Article(Samples.article("a", 1)));

        assertThat(result).isEqualTo(new Stored(new Counts(1, 0, 0, 0)));
        assertThat(record("a"))
                .hasValueSatisfying(json ->
                        assertThat(json)
                                .contains("\"articleBody\":\"正文 and body of a\\n\"")
                                .contains("\"version\":1,"));
        assertThat(query("SELECT headline FROM article")).containsExactly("Headline 1 of a");
    }

    @Test
    void aNewerVersionTakesThePlaceOfAnOlderOneAndSoDoItsImages() {
        Claim claim = client.claim(0);
        var old = Samples.withImages("a", 1, ImageOutcome.UNCHECKED, ImageOutcome.UNCHECKED);
        client.save(claim, 1, new Row.Article(old));

        var newer = Samples.withImages("a", 2, ImageOutcome.USABLE);
        client.save(claim.at(1), 2, new Row.Article(newer));

        assertThat(query("SELECT version FROM article")).containsExactly("2");
        assertThat(query("SELECT outcome FROM image")).containsExactly("USABLE");
    }

    @Test
    void aVersionThatIsNotNewerChangesNothing() {
        Claim claim = client.claim(0);
        client.save(claim, 1, new Row.Article(Samples.withImages("a", 2, ImageOutcome.USABLE)));

        StoreResult result =
                client.save(
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
        Claim claim = client.claim(0);
        client.save(claim, 1, new Row.Article(Samples.withImages("a", 1, ImageOutcome.USABLE)));

        StoreResult result =
                client.save(claim.at(1), 3, new Row.Tombstone("a"), new Row.Tombstone("b"));

        assertThat(result).isEqualTo(new Stored(new Counts(0, 0, 1, 0)));
        assertThat(record("a")).isEmpty();
        assertThat(query("SELECT image_id FROM image")).isEmpty();
    }

    @Test
    void aBatchSavedTwiceIsSavedOnce() {
        Claim claim = client.claim(0);
        Row row = new Row.Article(Samples.article("a", 1));
        client.save(claim, 1, row);

        StoreResult again = client.save(claim, 1, row);

        assertThat(again).isEqualTo(new Stored(Counts.ZERO));
        assertThat(query("SELECT article_id FROM article")).containsExactly("a");
        assertThat(nextOffset()).isEqualTo(1);
    }

    @Test
    void aWriterThatWasReplacedIsFencedAndChangesNothing() {
        Claim old = client.claim(0);
        try (ArticleStore successor = openStore("second")) {
            new StoreClient(successor).claim(0);

            StoreResult result = client.save(old, 1, new Row.Article(Samples.article("a", 1)));

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
        Claim claim = client.claim(0);
        refuse("b");
        refuse("d");

        StoreResult result =
                client.save(
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
        Claim claim = client.claim(0);
        DeadLetter own = Samples.letter("own");
        client.save(claim, 2, new Row.Letter(Samples.letter("theirs")), new Row.OwnLetter(own));

        assertThat(client.toRelay()).containsExactly(own);
        store.relayed(List.of(own));

        assertThat(client.toRelay()).isEmpty();
        assertThat(query("SELECT dead_letter_id FROM dead_letter ORDER BY 1"))
                .containsExactly("own", "theirs");
    }

    @Test
    void aLetterMetAgainShowsTheMoreRecentFailure() {
        Claim claim = client.claim(0);
        DeadLetter first = Samples.letter("x");
        DeadLetter later =
                DeadLetter.newBuilder(first)
                        .setFailedAt(Samples.NOON.plusSeconds(60))
                        .setMessage("PARSE_YAML: still")
                        .build();
        client.save(claim, 1, new Row.Letter(later));

        client.save(claim.at(1), 2, new Row.Letter(first));

        assertThat(query("SELECT message FROM dead_letter")).containsExactly("PARSE_YAML: still");
    }

    @Test
    void anEpochOutlivesTheProcess() {
        Claim before = client.claim(0);
        client.save(before, 5);
        store.close();

        try (ArticleStore restarted = openStore("again")) {
            assertThat(new StoreClient(restarted).claim(0))
                    .isEqualTo(new Claim(PARTITION, TOPIC_ID, 2, 5));
        }
    }

    @Test
    void severalVersionsInOneBatchLeaveTheNewestWithItsImages() {
        StoreResult result =
                client.save(
                        client.claim(0),
                        3,
                        new Row.Article(Samples.withImages("a", 1, ImageOutcome.UNCHECKED)),
                        new Row.Article(Samples.withImages("a", 3, ImageOutcome.USABLE)),
                        new Row.Article(Samples.withImages("a", 2, ImageOutcome.UNUSABLE)));

        assertThat(result).isEqualTo(new Stored(new Counts(2, 1, 0, 0)));
        assertThat(query("SELECT version FROM article")).containsExactly("3");
        assertThat(query("SELECT outcome FROM image")).containsExactly("USABLE");
    }

    @Test
    void whatFollowsATombstoneInItsBatchIsStoredAnew() {
        StoreResult result =
                client.save(
                        client.claim(0),
                        4,
                        StoreClient.article("a", 5),
                        new Row.Tombstone("a"),
                        StoreClient.article("a", 1),
                        new Row.Nothing());

        assertThat(result).isEqualTo(new Stored(new Counts(2, 0, 1, 0)));
        assertThat(query("SELECT version FROM article")).containsExactly("1");
    }

    @Test
    void charactersThatNoDatabaseHoldsAreMendedAndSaidSo() {
        var hostile =
                Samples.builder("a", 1)
                        .setHeadline("nul \0 and half \ud83d and whole \ud83d\ude00")
                        .setArticleBody("\udc00")
                        .build();

        client.stored(client.claim(0), new Row.Article(hostile));

        assertThat(query("SELECT headline FROM article"))
                .containsExactly("nul  and half \ufffd and whole \ud83d\ude00");
        assertThat(record("a"))
                .hasValueSatisfying(json ->
                        assertThat(json)
                                .doesNotContain("\\u0000")
                                .contains("\"articleBody\":\"\ufffd\"")
                                .contains("\"code\":\"CONTROL_REMOVED\"")
                                .contains("\"detail\":\"2 when stored\""));
    }

    @Test
    void aLetterWithSuchCharactersIsMendedAndItsBytesAreNot() {
        DeadLetter letter =
                DeadLetter.newBuilder(Samples.letter("x")).setMessage("a\0b\ud800").build();

        client.stored(client.claim(0), new Row.Letter(letter));

        assertThat(query("SELECT message FROM dead_letter")).containsExactly("ab\ufffd");
    }

    @Test
    void everyRefusedRowOfALargeBatchIsFound() {
        Claim claim = client.claim(0);
        refuse("a0");
        refuse("a37");
        refuse("a38");
        refuse("a99");

        StoreResult result = client.save(claim, 100, StoreClient.articles(100));

        assertThat(((Refused) result).rows())
                .extracting(StoreResult.Refusal::row)
                .containsExactly(0, 37, 38, 99);
    }

    @Test
    void whatIsRefusedIsStoredAsALetterBesideItsNeighbours() {
        Claim claim = client.claim(0);
        refuse("a1");
        Row[] rows = StoreClient.articles(3);
        assertThat(client.save(claim, 3, rows)).isInstanceOf(Refused.class);
        rows[1] = new Row.OwnLetter(Samples.letter("a1"));

        StoreResult result = client.save(claim, 3, rows);

        assertThat(result).isEqualTo(new Stored(new Counts(2, 0, 0, 1)));
        assertThat(query("SELECT article_id FROM article ORDER BY 1")).containsExactly("a0", "a2");
        assertThat(client.toRelay()).containsExactly(Samples.letter("a1"));
        assertThat(nextOffset()).isEqualTo(3);
    }

    private List<String> query(String sql) {
        return desk().query(sql);
    }

    private Optional<String> record(String articleId) {
        try (StoreReader reader = reader()) {
            return reader.articles().byId(articleId);
        }
    }

    private long nextOffset() {
        try (StoreReader reader = reader()) {
            return reader.nextOffsets().getOrDefault(PARTITION, -1L);
        }
    }

    private StoreReader reader() {
        return ((Opening.Opened) read()).store();
    }
}
