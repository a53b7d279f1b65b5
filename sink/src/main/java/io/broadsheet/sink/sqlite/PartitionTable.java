package io.broadsheet.sink.sqlite;

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
import java.util.Optional;

/** The table {@code sink_partition}: how far each partition is stored, and whose it is. */
final class PartitionTable {

    private static final String CLAIM =
            """
            INSERT INTO sink_partition (sink, topic, part, topic_id, next_offset, epoch, owner, updated)
            VALUES (?, ?, ?, ?, ?, 1, ?, ?)
            ON CONFLICT (sink, topic, part) DO UPDATE SET
              epoch = epoch + 1, owner = excluded.owner, updated = excluded.updated
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

    private final String sink;
    private final String owner;
    private final PreparedStatement claim;
    private final PreparedStatement advance;
    private final PreparedStatement find;

    /**
     * @param sink name of the sink, which several may share a database by
     * @param owner name of this writer, for the operator
     */
    PartitionTable(Connection connection, String sink, String owner) throws SQLException {
        this.sink = sink;
        this.owner = owner;
        claim = connection.prepareStatement(CLAIM);
        advance = connection.prepareStatement(ADVANCE);
        find = connection.prepareStatement(FIND);
    }

    /** Counts the epoch up and says where to go on. */
    Claim claim(LogStart start, Instant now) throws SQLException {
        TopicPartition partition = start.partition();
        claim.setString(1, sink);
        claim.setString(2, partition.topic());
        claim.setInt(3, partition.partition());
        claim.setString(4, start.topicId().toString());
        claim.setLong(5, start.firstOffset());
        claim.setString(6, owner);
        claim.setString(7, Timestamps.text(now));
        try (ResultSet row = claim.executeQuery()) {
            row.next();
            return claimOf(partition, row);
        }
    }

    /** Moves a partition on; false if the claim is no longer the last, or stands elsewhere. */
    boolean advance(Span span, Instant now) throws SQLException {
        Claim mine = span.claim();
        int moved =
                new Binding(advance)
                        .number(span.nextOffset())
                        .time(now)
                        .text(sink)
                        .text(mine.partition().topic())
                        .number(mine.partition().partition())
                        .number(mine.epoch())
                        .number(mine.nextOffset())
                        .run();
        return moved == 1;
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

    private static Claim claimOf(TopicPartition partition, ResultSet row) throws SQLException {
        Uuid topicId = Uuid.fromString(row.getString("topic_id"));
        return new Claim(partition, topicId, row.getLong("epoch"), row.getLong("next_offset"));
    }
}
