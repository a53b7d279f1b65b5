package io.broadsheet.sink.sqlite;

import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.Batch;
import io.broadsheet.sink.store.Batch.Span;
import io.broadsheet.sink.store.Claim;
import io.broadsheet.sink.store.ClaimResult;
import io.broadsheet.sink.store.ClaimResult.Claimed;
import io.broadsheet.sink.store.LogStart;
import io.broadsheet.sink.store.OutboxResult;
import io.broadsheet.sink.store.Row;
import io.broadsheet.sink.store.StoreBrokenException;
import io.broadsheet.sink.store.StoreResult;
import io.broadsheet.sink.store.StoreResult.Counts;
import io.broadsheet.sink.store.StoreResult.Fenced;
import io.broadsheet.sink.store.StoreResult.Refusal;
import io.broadsheet.sink.store.StoreResult.Refused;
import io.broadsheet.sink.store.StoreResult.Stored;
import io.broadsheet.sink.store.Unavailable;
import io.broadsheet.v1.DeadLetter;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Articles in one SQLite file. The file is opened at the first use, and opened anew after an error;
 * one connection, one transaction a batch, synced to disk before a save is answered.
 */
public final class SqliteStore implements ArticleStore {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);
    private static final String SINK = "sqlite";

    private final Path file;
    private final String owner;
    private final InstantSource clock;
    private @Nullable SqliteSession session;

    /**
     * @param file the database; made, with its directory, if missing
     * @param owner name of this writer, kept beside what it claims
     * @param clock for the time of each change of an offset
     */
    public SqliteStore(Path file, String owner, InstantSource clock) {
        this.file = file;
        this.owner = owner;
        this.clock = clock;
    }

    @Override
    public ClaimResult claim(List<LogStart> partitions) {
        try {
            SqliteSession open = open();
            List<Claim> claims = new ArrayList<>();
            for (LogStart partition : partitions) {
                claims.add(open.partitions.claim(partition, clock.instant()));
            }
            open.commit();
            return new Claimed(claims);
        } catch (SQLException e) {
            return unavailable(e);
        }
    }

    @Override
    public StoreResult save(Batch batch) {
        try {
            SqliteSession open = open();
            Optional<StoreResult> obstacle = advance(open, batch.spans());
            if (obstacle.isPresent()) {
                open.rollback();
                return obstacle.get();
            }
            return write(open, batch.rows());
        } catch (SQLException e) {
            return unavailable(e);
        }
    }

    @Override
    public OutboxResult lettersToRelay(int countMax) {
        try {
            SqliteSession open = open();
            List<DeadLetter> letters = open.letters.toRelay(countMax);
            open.rollback();
            return new OutboxResult.Letters(letters);
        } catch (SQLException e) {
            return unavailable(e);
        }
    }

    @Override
    public Optional<Unavailable> relayed(List<DeadLetter> letters) {
        try {
            SqliteSession open = open();
            for (DeadLetter letter : letters) {
                open.letters.relayed(letter);
            }
            open.commit();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(unavailable(e));
        }
    }

    @Override
    public void close() {
        SqliteSession open = session;
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

    /** The fence: it comes first, so that a writer that was replaced changes nothing. */
    private Optional<StoreResult> advance(SqliteSession open, List<Span> spans)
            throws SQLException {
        Instant now = clock.instant();
        for (Span span : spans) {
            if (!open.partitions.advance(span, now)) {
                return Optional.of(explain(open, span));
            }
        }
        return Optional.empty();
    }

    /**
     * A commit whose outcome was not known may have succeeded after all; then the partition stands
     * where this batch would carry it, under our own epoch.
     */
    private static StoreResult explain(SqliteSession open, Span span) throws SQLException {
        Claim mine = span.claim();
        Optional<Claim> stored = open.partitions.find(mine.partition());
        if (stored.equals(Optional.of(mine.at(span.nextOffset())))) {
            return new Stored(Counts.ZERO);
        }
        String now =
                stored.map(s -> "epoch " + s.epoch() + " at offset " + s.nextOffset())
                        .orElse("no longer in the database");
        return new Fenced(
                "%s is %s; ours was epoch %d at offset %d"
                        .formatted(mine.partition(), now, mine.epoch(), mine.nextOffset()));
    }

    private static StoreResult write(SqliteSession open, List<Row> rows) throws SQLException {
        Counts counts = Counts.ZERO;
        List<Refusal> refusals = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            try {
                counts = counts.plus(write(open, rows.get(index)));
            } catch (SQLException e) {
                refusals.add(refusal(index, e));
            }
        }
        if (!refusals.isEmpty()) {
            open.rollback();
            return new Refused(refusals);
        }
        open.commit();
        return new Stored(counts);
    }

    private static Counts write(SqliteSession open, Row row) throws SQLException {
        return switch (row) {
            case Row.Article(var article) -> open.articles.put(article);
            case Row.Tombstone(var articleId) -> open.articles.remove(articleId);
            case Row.Letter(var letter) -> open.letters.put(letter);
            case Row.OwnLetter(var letter) -> open.letters.putToRelay(letter);
            case Row.Nothing() -> Counts.ZERO;
        };
    }

    /** SQLite undoes only the statement, so the rows after it still show whether they fit. */
    private static Refusal refusal(int row, SQLException error) throws SQLException {
        if (SqliteError.of(error) != SqliteError.DATA) {
            throw error;
        }
        return new Refusal(row, String.valueOf(error.getMessage()));
    }

    private SqliteSession open() throws SQLException {
        SqliteSession open = session;
        if (open == null) {
            open = SqliteSession.open(file, SINK, owner);
            session = open;
        }
        return open;
    }

    private Unavailable unavailable(SQLException error) {
        close();
        return switch (SqliteError.of(error)) {
            case TRANSIENT -> new Unavailable("%s: %s".formatted(file, error.getMessage()));
            case DATA, LASTING ->
                    throw new StoreBrokenException(
                            "%s cannot be written: %s".formatted(file, error.getMessage()), error);
        };
    }
}
