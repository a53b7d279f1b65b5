package io.broadsheet.sink.sql;

import io.broadsheet.sink.store.Batch.Span;
import io.broadsheet.sink.store.Claim;
import io.broadsheet.sink.store.LogStart;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The table {@code sink_partition}: how far each partition is stored, and whose it is. */
public final class PartitionTable {

    private static final String CLAIM =
            """
            INSERT INTO sink_partition (sink, topic, part, topic_id, next_offset, epoch, owner, updated)
            VALUES (?, ?, ?, ?, ?, 1, ?, ?)
            ON CONFLICT (sink, topic, part) DO UPDATE SET
              epoch = sink_partition.epoch + 1, owner = excluded.owner, updated = excluded.updated
            RETURNING topic_id, epoch, next_offset
            """;
    private static final String ADVANCE =
            """
            UPDATE sink_partition SET next_offset = ?, updated = ?
            WHERE sink = ? AND topic = ? AND part = ? AND epoch = ? AND next_offset = ?
            """;
    private static final String FIND =
            """
            SELECT topic_id, epoch, next_offset FROM sink_partition
            WHERE sink = ? AND topic = ? AND part = ?
            """;

    /** One order for all writers: two that want the same rows wait, and do not deadlock. */
    private static final Comparator<TopicPartition> IN_ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private final Dialect dialect;
    private final String sink;
    private final String owner;
    private final PreparedStatement claim;
    private final PreparedStatement advance;
    private final PreparedStatement find;

    /**
     * @param connection in a transaction of the caller
     * @param dialect of its database
     * @param writer who claims
     */
    public PartitionTable(Connection connection, Dialect dialect, Writer writer)
            throws SQLException {
        this.dialect = dialect;
        this.sink = writer.sink();
        this.owner = writer.owner();
        claim = connection.prepareStatement(CLAIM);
        advance = connection.prepareStatement(ADVANCE);
        find = connection.prepareStatement(FIND);
    }

    /**
     * Who claims partitions.
     *
     * @param sink name of the sink, which several may share a database by
     * @param owner name of this writer, for the operator
     */
    public record Writer(String sink, String owner) {}

    /** Counts the epochs up and says where to go on, in the order of the partitions asked for. */
    List<Claim> claim(List<LogStart> starts, Instant now) throws SQLException {
        Map<TopicPartition, Claim> claims = new TreeMap<>(IN_ORDER);
        starts.forEach(start -> claims.put(start.partition(), unclaimed(start)));
        for (Map.Entry<TopicPartition, Claim> entry : claims.entrySet()) {
            entry.setValue(claim(entry.getValue(), now));
        }
        return starts.stream()
                .map(start -> claims.getOrDefault(start.partition(), unclaimed(start)))
                .toList();
    }

    /**
     * Moves partitions on. This is the fence: as the first statement of a transaction it holds
     * whoever was replaced, since the row is looked at again once its lock is had.
     *
     * @return a span whose claim is no longer the last, or stands elsewhere; empty if there is none
     */
    Optional<Span> advance(List<Span> spans, Instant now) throws SQLException {
        List<Span> inOrder =
                spans.stream()
                        .sorted(Comparator.comparing(span -> span.claim().partition(), IN_ORDER))
                        .toList();
        for (Span span : inOrder) {
            Claim mine = span.claim();
            new Binding(advance, dialect)
                    .number(span.nextOffset())
                    .time(now)
                    .text(sink)
                    .text(mine.partition().topic())
                    .number(mine.partition().partition())
                    .number(mine.epoch())
                    .number(mine.nextOffset())
                    .add();
        }
        int[] moved = advance.executeBatch();
        return IntStream.range(0, moved.length)
                .filter(i -> moved[i] != 1)
                .mapToObj(inOrder::get)
                .findFirst();
    }

    /** How a partition stands, if it was ever claimed. */
    Optional<Claim> find(TopicPartition partition) throws SQLException {
        find.setString(1, sink);
        find.setString(2, partition.topic());
        find.setInt(3, partition.partition());
        try (ResultSet row = find.executeQuery()) {
            return row.next() ? Optional.of(claimOf(partition, row)) : Optional.empty();
        }
    }

    private static Claim unclaimed(LogStart start) {
        return new Claim(start.partition(), start.topicId(), 0, start.firstOffset());
    }

    private Claim claim(Claim start, Instant now) throws SQLException {
        new Binding(claim, dialect)
                .text(sink)
                .text(start.partition().topic())
                .number(start.partition().partition())
                .text(start.topicId().toString())
                .number(start.nextOffset())
                .text(owner)
                .time(now);
        try (ResultSet row = claim.executeQuery()) {
            row.next();
            return claimOf(start.partition(), row);
        }
    }

    private static Claim claimOf(TopicPartition partition, ResultSet row) throws SQLException {
        Uuid topicId = Uuid.fromString(row.getString("topic_id"));
        return new Claim(partition, topicId, row.getLong("epoch"), row.getLong("next_offset"));
    }
}
