package io.broadsheet.syndicate.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.RecordRef;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What is committed when. */
class BacklogTest {

    private static final TopicPartition ONE = new TopicPartition("news", 0);
    private static final TopicPartition TWO = new TopicPartition("news", 1);

    private final Backlog backlog = new Backlog();

    @Test
    void whatWaitsHoldsBackItsPartitionAlone() {
        backlog.add(delivery(ONE, 5));
        backlog.read(ONE, 6);
        backlog.read(TWO, 3);

        assertThat(backlog.uncommitted()).isEqualTo(Map.of(ONE, at(5), TWO, at(3)));

        backlog.removeFirst();
        assertThat(backlog.uncommitted()).isEqualTo(Map.of(ONE, at(6), TWO, at(3)));
    }

    @Test
    void whatWasCommittedIsNotCommittedAgain() {
        backlog.read(ONE, 6);
        backlog.read(TWO, 3);
        backlog.committed(backlog.uncommitted());
        assertThat(backlog.uncommitted()).isEmpty();

        backlog.read(TWO, 4);
        assertThat(backlog.uncommitted()).isEqualTo(Map.of(TWO, at(4)));
    }

    @Test
    void whatOthersHadMeanwhileIsCommittedAnew() {
        backlog.read(ONE, 6);
        backlog.committed(backlog.uncommitted());

        backlog.forget(Set.of(ONE));
        assertThat(backlog.uncommitted()).isEmpty();
        backlog.read(ONE, 6);
        assertThat(backlog.uncommitted()).isEqualTo(Map.of(ONE, at(6)));
    }

    @Test
    void whyAMessageWaitsIsCommittedOnceForEachCauseUntilItIsTold() {
        backlog.add(delivery(ONE, 5));
        backlog.add(delivery(ONE, 7));
        backlog.read(ONE, 8);
        backlog.read(TWO, 3);
        backlog.committed(backlog.uncommitted());
        var trouble = new Trouble(Instant.parse("2026-03-13T09:42:07.123456Z"), "HTTP 500: a b");

        backlog.troubled(trouble);

        Map<TopicPartition, OffsetAndMetadata> news = backlog.uncommitted();
        assertThat(news.keySet()).containsExactly(ONE);
        OffsetAndMetadata waiting = news.values().iterator().next();
        assertThat(waiting.offset()).isEqualTo(5);
        assertThat(Trouble.of(waiting)).contains(trouble);
        backlog.committed(news);
        assertThat(backlog.uncommitted()).isEmpty();

        backlog.removeFirst();
        assertThat(backlog.uncommitted()).isEqualTo(Map.of(ONE, at(7)));
        assertThat(Trouble.of(at(7))).isEmpty();
    }

    @Test
    void whatIsToldByOthersIsNoTroubleOfOurs() {
        backlog.add(delivery(ONE, 5));
        backlog.read(ONE, 6);
        backlog.add(delivery(TWO, 3));
        backlog.read(TWO, 4);
        backlog.troubled(new Trouble(Instant.EPOCH, "HTTP 500"));

        backlog.forget(Set.of(ONE));

        assertThat(backlog.uncommitted()).isEqualTo(Map.of(TWO, at(3)));
    }

    @Test
    void metadataOfOthersIsNoTrouble() {
        assertThat(Trouble.of(new OffsetAndMetadata(1, "a note"))).isEmpty();
        assertThat(Trouble.of(new OffsetAndMetadata(1, "\n"))).isEmpty();
    }

    private static OffsetAndMetadata at(long offset) {
        return new OffsetAndMetadata(offset);
    }

    private static Delivery delivery(TopicPartition partition, long offset) {
        return new Delivery(
                partition,
                offset,
                new Message("msg_1", "{}"),
                new RecordRef(partition.topic(), partition.partition(), offset),
                Instant.EPOCH);
    }
}
