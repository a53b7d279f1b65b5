package io.broadsheet.sink.postgres;

import io.broadsheet.sink.sql.Dialect;
import io.broadsheet.sink.sql.LetterTable;
import io.broadsheet.sink.sql.PartitionTable;
import io.broadsheet.sink.sql.PartitionTable.Writer;
import io.broadsheet.sink.sql.RowsWritten;
import io.broadsheet.sink.sql.SqlError;
import io.broadsheet.sink.sql.SqlSession;
import io.broadsheet.sink.store.Row;
import io.broadsheet.sink.store.StoreResult.Counts;
import io.broadsheet.sink.store.StoreResult.Refusal;
import io.broadsheet.v1.EnrichedArticle;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection to a server. Rows travel in one batch; if the server refuses it for what it holds,
 * it is halved until the rows at fault stand alone, at most 2 log2 n + 1 tries for each of them.
 */
final class PostgresSession implements SqlSession {

    private final Connection connection;
    private final Dialect dialect;
    private final ArticleTable articles;
    private final LetterTable letters;
    private final PartitionTable partitions;

    PostgresSession(Connection connection, PostgresOptions options, Writer writer, Dialect dialect)
            throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        articles = new ArticleTable(connection, options, dialect);
        letters = new LetterTable(connection, dialect);
        partitions = new PartitionTable(connection, dialect, writer);
    }

    @Override
    public PartitionTable partitions() {
        return partitions;
    }

    @Override
    public LetterTable letters() {
        return letters;
    }

    @Override
    public RowsWritten write(List<Row> rows) throws SQLException {
        List<Refusal> refusals = new ArrayList<>();
        Counts counts = rows.isEmpty() ? Counts.ZERO : write(rows, 0, refusals);
        return new RowsWritten(counts, refusals);
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /**
     * @param first index of the first of these rows in the batch
     */
    private Counts write(List<Row> rows, int first, List<Refusal> refusals) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            Counts counts = writeAll(rows);
            connection.releaseSavepoint(before);
            return counts;
        } catch (SQLException e) {
            if (dialect.classOf(e) != SqlError.DATA) {
                throw e;
            }
            articles.clear();
            connection.rollback(before);
            if (rows.size() == 1) {
                refusals.add(new Refusal(first, String.valueOf(e.getMessage())));
                return Counts.ZERO;
            }
        }
        int half = rows.size() / 2;
        Counts left = write(rows.subList(0, half), first, refusals);
        return left.plus(write(rows.subList(half, rows.size()), first + half, refusals));
    }

    private Counts writeAll(List<Row> rows) throws SQLException {
        Counts counts = Counts.ZERO;
        List<EnrichedArticle> together = new ArrayList<>(rows.size());
        for (Row row : rows) {
            if (row instanceof Row.Article(var article)) {
                together.add(article);
            } else {
                counts = counts.plus(articles.put(together)).plus(writeAlone(row));
                together.clear();
            }
        }
        return counts.plus(articles.put(together));
    }

    private Counts writeAlone(Row row) throws SQLException {
        return switch (row) {
            case Row.Article(var article) -> articles.put(List.of(article));
            case Row.Tombstone(var articleId) -> articles.remove(articleId);
            case Row.Letter(var letter) -> letters.put(letter);
            case Row.OwnLetter(var letter) -> letters.putToRelay(letter);
            case Row.Nothing() -> Counts.ZERO;
        };
    }
}
