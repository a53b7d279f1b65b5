package io.broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.schemas.Topics;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is left of a batch that did not take all. */
class BacklogTest {

    private static final TopicPartition ARTICLES = new TopicPartition(Topics.ENRICHED.name(), 0);
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final SinkConfig THREE_AT_ONCE =
            new SinkConfig(
                    "1",
                    3,
                    1024 * 1024,
                    Duration.ZERO,
                    Duration.ofMillis(500),
                    Duration.ofSeconds(30),
                    20,
                    50);

    private final Backlog backlog = new Backlog(THREE_AT_ONCE);

    @Test
    void theOldestIsTheFirstThatIsNotStored() {
        backlog.add(polled(5), START);
        assertThat(backlog.oldest()).isEqualTo(Map.of(ARTICLES, at(0)));

        backlog.stored(backlog.first(), START);
        assertThat(backlog.oldest()).isEqualTo(Map.of(ARTICLES, at(3)));

        backlog.stored(backlog.first(), START);
        assertThat(backlog.oldest()).isEmpty();
    }

    private static long at(int offset) {
        return START.plusSeconds(offset).toEpochMilli();
    }

    private static ConsumerRecords<byte[], byte[]> polled(int count) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int offset = 0; offset < count; offset++) {
            records.add(record(offset));
        }
        return new ConsumerRecords<>(
                Map.of(ARTICLES, records), Map.of(ARTICLES, new OffsetAndMetadata(count)));
    }

    private static ConsumerRecord<byte[], byte[]> record(int offset) {
        return new ConsumerRecord<>(
                ARTICLES.topic(),
                ARTICLES.partition(),
                offset,
                at(offset),
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }
}
