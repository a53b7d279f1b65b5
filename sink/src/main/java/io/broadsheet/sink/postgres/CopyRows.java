package io.broadsheet.sink.postgres;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/**
 * Rows on their way into a table by COPY in its binary form (PostgreSQL's manual, COPY, "Binary
 * Format"): nothing is parsed or planned by the server. A text goes into a column of text or json,
 * an Integer into int4, a Long into int8, an Instant into timestamptz with milliseconds, {@link
 * Lexemes} into tsvector.
 */
final class CopyRows implements AutoCloseable {

    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
    };
    private static final int NULL = -1;
    private static final int END = -1;
    private static final int SEND_BYTES = 64 * 1024;
    private static final long YEAR_2000_MILLIS = 946_684_800_000L;
    private static final long MICROS_IN_MILLI = 1_000;

    private final CopyIn copy;
    private final ByteArrayOutputStream unsent = new ByteArrayOutputStream(2 * SEND_BYTES);
    private final DataOutputStream out = new DataOutputStream(unsent);

    private CopyRows(CopyIn copy) {
        this.copy = copy;
    }

    /**
     * Begins.
     *
     * @param into table and columns, as in {@code article (article_id, version)}
     */
    static CopyRows into(Connection connection, String into) throws SQLException {
        var api = connection.unwrap(PGConnection.class).getCopyAPI();
        var rows = new CopyRows(api.copyIn("COPY " + into + " FROM STDIN (FORMAT binary)"));
        rows.write(out -> {
            out.write(SIGNATURE);
            out.writeInt(0); // no flags
            out.writeInt(0); // no extension
        });
        return rows;
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException, SQLException;
    }

    /** Adds a row: a value for each column, in their order. */
    void add(@Nullable Object... values) throws SQLException {
        write(out -> {
            out.writeShort(values.length);
            for (Object value : values) {
                writeValue(out, value);
            }
        });
        if (unsent.size() > SEND_BYTES) {
            send();
        }
    }

    /**
     * Ends.
     *
     * @return how many rows the table has more
     */
    long end() throws SQLException {
        write(out -> out.writeShort(END));
        send();
        return copy.endCopy();
    }

    /** Gives up what was not brought to its end. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void send() throws SQLException {
        byte[] bytes = unsent.toByteArray();
        unsent.reset();
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    private void write(Writing writing) throws SQLException {
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    private static void writeValue(DataOutputStream out, @Nullable Object value)
            throws IOException, SQLException {
        switch (value) {
            case null -> out.writeInt(NULL);
            case String text -> writeField(out, text.getBytes(StandardCharsets.UTF_8));
            case Integer number -> {
                out.writeInt(Integer.BYTES);
                out.writeInt(number);
            }
            case Long number -> writeLong(out, number);
            case Instant time -> writeLong(out, micros(time));
            case Lexemes lexemes -> writeField(out, vector(lexemes));
            default -> throw new IllegalArgumentException("no column for " + value.getClass());
        }
    }

    private static long micros(Instant time) throws SQLDataException {
        return (Calendar.held(time).toEpochMilli() - YEAR_2000_MILLIS) * MICROS_IN_MILLI;
    }

    private static void writeLong(DataOutputStream out, long number) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(number);
    }

    private static void writeField(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** As the server's tsvectorrecv reads it; it puts the words into its own order. */
    private static byte[] vector(Lexemes lexemes) throws IOException {
        Map<String, short[]> words = lexemes.words();
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(words.size());
        for (Map.Entry<String, short[]> entry : words.entrySet()) {
            out.write(entry.getKey().getBytes(StandardCharsets.UTF_8));
            out.writeByte(0);
            out.writeShort(entry.getValue().length);
            for (short place : entry.getValue()) {
                out.writeShort(place);
            }
        }
        return bytes.toByteArray();
    }
}
