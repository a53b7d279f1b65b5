package io.broadsheet.e2e.faults;

import io.broadsheet.e2e.faults.machine.Postgres;
import io.broadsheet.e2e.faults.offer.OfferGenerator;

import org.awaitility.Awaitility;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;

/** What the test does in the store: it writes down every write, and refuses some. */
final class StoreWatch {

    private static final String FURNISH =
            """
            CREATE TABLE broadsheet.article_write (
              number bigserial PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(),
              article_id text NOT NULL, version integer NOT NULL);
            CREATE INDEX ON broadsheet.article_write (article_id, version);
            CREATE FUNCTION broadsheet.note_write() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              INSERT INTO broadsheet.article_write (article_id, version)
              VALUES (NEW.article_id, NEW.version);
              RETURN NULL;
            END $$;
            CREATE TRIGGER note_write AFTER INSERT OR UPDATE ON broadsheet.article
              FOR EACH ROW EXECUTE FUNCTION broadsheet.note_write();
            CREATE FUNCTION broadsheet.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF NEW.headline LIKE '%%%s' THEN
                RAISE EXCEPTION 'this one is refused' USING ERRCODE = 'check_violation';
              END IF;
              RETURN NEW;
            END $$;
            CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON broadsheet.article
              FOR EACH ROW EXECUTE FUNCTION broadsheet.refuse();
            """
                    .formatted(OfferGenerator.REFUSED_MARK);

    private static final String TABLE_IS_THERE =
            "SELECT to_regclass('broadsheet.article') IS NOT NULL";
    private static final String IDLE =
            "SELECT NOT EXISTS (SELECT FROM broadsheet.article WHERE state = 'PARTIAL')"
                    + " AND NOT EXISTS (SELECT FROM broadsheet.dead_letter WHERE to_relay IS NOT NULL)";

    private final Postgres postgres;

    StoreWatch(Postgres postgres) {
        this.postgres = postgres;
    }

    /** Waits for the sinks' tables, and adds to them. */
    void furnish() {
        Awaitility.await("tables").atMost(Duration.ofMinutes(2)).until(() -> asks(TABLE_IS_THERE));
        execute(FURNISH);
    }

    /** Refuses no more. */
    void forgive() {
        execute("DROP TRIGGER refuse ON broadsheet.article");
    }

    /** Whether all of these articles are there, none of them waiting for images. */
    boolean holds(Collection<String> articleIds) {
        String ids = articleIds.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
        return asks(
                "SELECT count(*) = %d FROM broadsheet.article WHERE state <> 'PARTIAL' AND article_id IN (%s)"
                        .formatted(articleIds.size(), ids));
    }

    /** Whether no article waits for images, and no letter to be relayed. */
    boolean isIdle() {
        return asks(IDLE);
    }

    /** Whether the sinks are at these ends of the log, each given as topic, partition, offset. */
    boolean isAt(String topic, int partition, long offset) {
        return offset == 0
                || asks(
                        "SELECT coalesce(max(next_offset), 0) >= %d FROM broadsheet.sink_partition WHERE topic = '%s' AND part = %d"
                                .formatted(offset, topic, partition));
    }

    private boolean asks(String sql) {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getBoolean(1);
        } catch (SQLException e) {
            return false; // it is away just now
        }
    }

    private void execute(String sql) {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
