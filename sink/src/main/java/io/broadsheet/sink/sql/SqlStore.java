package io.broadsheet.sink.sql;

import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.Batch;
import io.broadsheet.sink.store.Batch.Span;
import io.broadsheet.sink.store.Claim;
import io.broadsheet.sink.store.ClaimResult;
import io.broadsheet.sink.store.ClaimResult.Claimed;
import io.broadsheet.sink.store.LogStart;
import io.broadsheet.sink.store.OutboxResult;
import io.broadsheet.sink.store.StoreBrokenException;
import io.broadsheet.sink.store.StoreKind;
import io.broadsheet.sink.store.StoreResult;
import io.broadsheet.sink.store.StoreResult.Counts;
import io.broadsheet.sink.store.StoreResult.Fenced;
import io.broadsheet.sink.store.StoreResult.Refused;
import io.broadsheet.sink.store.StoreResult.Stored;
import io.broadsheet.sink.store.Unavailable;
import io.broadsheet.v1.DeadLetter;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Articles in an SQL database. It is connected to at the first use, and anew after an error; one
 * connection, one transaction a batch, on disk before a save is answered.
 */
public final class SqlStore implements ArticleStore {

    private static final Logger LOG = LoggerFactory.getLogger(SqlStore.class);

    private final Database database;
    private final String owner;
    private final InstantSource clock;
    private @Nullable SqlSession session;
    private Optional<Doubt> doubt = Optional.empty();

    /**
     * @param database where
     * @param owner name of this writer, kept beside what it claims
     * @param clock for the time of each change of an offset
     */
    public SqlStore(Database database, String owner, InstantSource clock) {
        this.database = database;
        this.owner = owner;
        this.clock = clock;
    }

    /** A commit that was sent and not answered. */
    private record Doubt(List<Span> spans, Counts counts) {}

    @Override
    public StoreKind kind() {
        return database.kind();
    }

    @Override
    public ClaimResult claim(List<LogStart> partitions) {
        try {
            SqlSession open = open();
            List<Claim> claims = open.partitions().claim(partitions, clock.instant());
            open.commit();
            return new Claimed(claims);
        } catch (SQLException e) {
            return unavailable(e);
        }
    }

    @Override
    public StoreResult save(Batch batch) {
        try {
            SqlSession open = open();
            Optional<Span> held = open.partitions().advance(batch.spans(), clock.instant());
            if (held.isPresent()) {
                StoreResult why = explain(open, held.get(), batch);
                open.rollback();
                return why;
            }
            return write(open, batch);
        } catch (SQLException e) {
            return unavailable(e);
        }
    }

    @Override
    public OutboxResult lettersToRelay(int countMax) {
        try {
            SqlSession open = open();
            List<DeadLetter> letters = open.letters().toRelay(countMax);
            open.rollback();
            return new OutboxResult.Letters(letters);
        } catch (SQLException e) {
            return unavailable(e);
        }
    }

    @Override
    public Optional<Unavailable> relayed(List<DeadLetter> letters) {
        try {
            SqlSession open = open();
            for (DeadLetter letter : letters) {
                open.letters().relayed(letter);
            }
            open.commit();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(unavailable(e));
        }
    }

    @Override
    public void close() {
        SqlSession open = session;
        session = null;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (SQLException e) {
            LOG.atWarn().addKeyValue("error", e.getMessage()).log("database did not close cleanly");
        }
    }

    /**
     * A commit whose outcome was not known may have succeeded after all; then the partition stands
     * where this batch would carry it, under our own epoch.
     */
    private StoreResult explain(SqlSession open, Span span, Batch batch) throws SQLException {
        Claim mine = span.claim();
        Optional<Claim> stored = open.partitions().find(mine.partition());
        if (stored.equals(Optional.of(mine.at(span.nextOffset())))) {
            Optional<Counts> counts =
                    doubt.filter(d -> d.spans().equals(batch.spans())).map(Doubt::counts);
            doubt = Optional.empty();
            return new Stored(counts.orElse(Counts.ZERO));
        }
        String now =
                stored.map(s -> "epoch " + s.epoch() + " at offset " + s.nextOffset())
                        .orElse("no longer in the database");
        return new Fenced(
                "%s is %s; ours was epoch %d at offset %d"
                        .formatted(mine.partition(), now, mine.epoch(), mine.nextOffset()));
    }

    private StoreResult write(SqlSession open, Batch batch) throws SQLException {
        RowsWritten written = open.write(batch.rows());
        if (!written.refusals().isEmpty()) {
            open.rollback();
            return new Refused(written.refusals());
        }
        doubt = Optional.of(new Doubt(batch.spans(), written.counts()));
        open.commit();
        doubt = Optional.empty();
        return new Stored(written.counts());
    }

    private SqlSession open() throws SQLException {
        SqlSession open = session;
        if (open == null) {
            open = database.open(owner);
            session = open;
        }
        return open;
    }

    private Unavailable unavailable(SQLException error) {
        close();
        String name = database.name();
        return switch (database.dialect().classOf(error)) {
            case TRANSIENT -> new Unavailable("%s: %s".formatted(name, error.getMessage()));
            case DATA, LASTING ->
                    throw new StoreBrokenException(
                            "%s cannot be written: %s".formatted(name, error.getMessage()), error);
        };
    }
}
