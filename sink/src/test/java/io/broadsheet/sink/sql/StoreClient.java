package io.broadsheet.sink.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.sink.Samples;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.Batch;
import io.broadsheet.sink.store.Batch.Span;
import io.broadsheet.sink.store.Claim;
import io.broadsheet.sink.store.ClaimResult.Claimed;
import io.broadsheet.sink.store.LogStart;
import io.broadsheet.sink.store.OutboxResult.Letters;
import io.broadsheet.sink.store.Row;
import io.broadsheet.sink.store.StoreResult;
import io.broadsheet.sink.store.StoreResult.Stored;
import io.broadsheet.v1.DeadLetter;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a sink does with a store, in few words.
 *
 * @param store closed by the test
 */
public record StoreClient(ArticleStore store) {

    public static final TopicPartition PARTITION = new TopicPartition("articles", 0);
    public static final Uuid TOPIC_ID = Uuid.fromString("AAAAAAAAAAAAAAAAAAAAAQ");

    /** The log as it begins. */
    public static List<LogStart> logFrom(long firstOffset) {
        return List.of(new LogStart(PARTITION, TOPIC_ID, firstOffset));
    }

    public Claim claim(long firstOffset) {
        return ((Claimed) store.claim(logFrom(firstOffset))).claims().getFirst();
    }

    public StoreResult save(Claim claim, long next, Row... rows) {
        return store.save(new Batch(List.of(new Span(claim, next)), List.of(rows)));
    }

    /** Saves what must be stored. */
    public Claim stored(Claim claim, Row... rows) {
        long next = claim.nextOffset() + rows.length;
        assertThat(save(claim, next, rows)).isInstanceOf(Stored.class);
        return claim.at(next);
    }

    public List<DeadLetter> toRelay() {
        return ((Letters) store.lettersToRelay(10)).letters();
    }

    public static Row article(String id, int version) {
        return new Row.Article(Samples.article(id, version));
    }

    /** Articles a0, a1 and so on. */
    public static Row[] articles(int count) {
        return IntStream.range(0, count).mapToObj(i -> article("a" + i, 1)).toArray(Row[]::new);
    }
}
