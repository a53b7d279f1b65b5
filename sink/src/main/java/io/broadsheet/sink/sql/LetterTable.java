package io.broadsheet.sink.sql;

import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.schemas.json.AvroJson;
import io.broadsheet.sink.store.StoreResult.Counts;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.RecordRef;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The table {@code dead_letter}: one row a cause. A letter met again replaces the row only if the
 * failure is more recent; so replays change nothing, and a new attempt shows.
 */
public final class LetterTable {

    private static final String PUT =
            """
            INSERT INTO dead_letter (dead_letter_id, stage, reason, code, message, source_id,
              article_id, url, origin_topic, origin_partition, origin_offset, original_key,
              original_value, payload_ref, failed_at, to_relay, record)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (dead_letter_id) DO UPDATE SET
              stage = excluded.stage, reason = excluded.reason, code = excluded.code,
              message = excluded.message, source_id = excluded.source_id,
              article_id = excluded.article_id, url = excluded.url,
              origin_topic = excluded.origin_topic, origin_partition = excluded.origin_partition,
              origin_offset = excluded.origin_offset, original_key = excluded.original_key,
              original_value = excluded.original_value, payload_ref = excluded.payload_ref,
              failed_at = excluded.failed_at, to_relay = excluded.to_relay,
              record = excluded.record
            WHERE excluded.failed_at > dead_letter.failed_at
            """;
    private static final String TO_RELAY =
            """
            SELECT to_relay FROM dead_letter WHERE to_relay IS NOT NULL ORDER BY failed_at LIMIT ?
            """;
    private static final String RELAYED =
            """
            UPDATE dead_letter SET to_relay = NULL WHERE dead_letter_id = ? AND failed_at = ?
            """;

    static {
        ContractClasses.trust();
    }

    private final Dialect dialect;
    private final PreparedStatement put;
    private final PreparedStatement toRelay;
    private final PreparedStatement relayed;

    /**
     * @param connection in a transaction of the caller
     * @param dialect of its database
     */
    public LetterTable(Connection connection, Dialect dialect) throws SQLException {
        this.dialect = dialect;
        put = connection.prepareStatement(PUT);
        toRelay = connection.prepareStatement(TO_RELAY);
        relayed = connection.prepareStatement(RELAYED);
    }

    /** Writes a letter that came from a topic. */
    public Counts put(DeadLetter letter) throws SQLException {
        return put(letter, null);
    }

    /** Writes a letter of this sink, which is still to be published. */
    public Counts putToRelay(DeadLetter letter) throws SQLException {
        try {
            return put(letter, letter.toByteBuffer());
        } catch (IOException e) {
            throw new UncheckedIOException("a letter always encodes", e);
        }
    }

    /** Letters still to be published, oldest first. */
    List<DeadLetter> toRelay(int countMax) throws SQLException {
        toRelay.setInt(1, countMax);
        List<DeadLetter> letters = new ArrayList<>();
        try (ResultSet rows = toRelay.executeQuery()) {
            while (rows.next()) {
                letters.add(DeadLetter.fromByteBuffer(ByteBuffer.wrap(rows.getBytes(1))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a letter that was encoded decodes", e);
        }
        return letters;
    }

    /** Remembers that a letter is published, unless a more recent one took its place. */
    void relayed(DeadLetter letter) throws SQLException {
        new Binding(relayed, dialect)
                .text(letter.getDeadLetterId())
                .time(letter.getFailedAt())
                .run();
    }

    private Counts put(DeadLetter given, @Nullable ByteBuffer unsent) throws SQLException {
        DeadLetter letter = Storable.letter(given);
        RecordRef origin = letter.getOrigin();
        int written =
                new Binding(put, dialect)
                        .text(letter.getDeadLetterId())
                        .symbol(letter.getStage())
                        .symbol(letter.getReason())
                        .text(letter.getCode())
                        .text(letter.getMessage())
                        .text(letter.getSourceId())
                        .text(letter.getArticleId())
                        .text(letter.getUrl())
                        .text(origin == null ? null : origin.getTopic())
                        .number(origin == null ? null : (Number) origin.getPartition())
                        .number(origin == null ? null : (Number) origin.getOffset())
                        .bytes(letter.getOriginalKey())
                        .bytes(letter.getOriginalValue())
                        .text(letter.getPayloadRef())
                        .time(letter.getFailedAt())
                        .bytes(unsent)
                        .text(AvroJson.write(letter))
                        .run();
        return new Counts(0, 0, 0, written);
    }
}
