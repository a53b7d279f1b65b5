package io.broadsheet.ingest.format.warc;

import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.runtime.failure.SafeText;

import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * The pages of an archive, one record after another: responses with status 200 to 299 whose type is
 * HTML. All other records are passed over and counted. Where the archive cannot be read on, what
 * came before is kept, and the rest is one letter.
 */
public final class WarcPages {

    private static final byte[] MAGIC = "WARC/1.".getBytes(StandardCharsets.US_ASCII);
    private static final int MESSAGE_CHARS_MAX = 200;

    /**
     * How much of an archive is read.
     *
     * @param bodyBytesMax of one page, decoded; a longer one is broken
     * @param recordsMax in all
     * @param recordBytesMax of all records as they say themselves, so that a small file cannot cost
     *     a large one
     */
    public record Limits(int bodyBytesMax, int recordsMax, long recordBytesMax) {

        private static final int HELD_RECORDS_MAX = 5_000;
        private static final long HELD_BYTES_MAX = 256L * 1024 * 1024;

        /** Pages unpack to a tenth of that. */
        private static final int RATIO_MAX = 100;

        /** For an archive whose articles are all held at once. */
        public static Limits held(int bodyBytesMax) {
            return new Limits(bodyBytesMax, HELD_RECORDS_MAX, HELD_BYTES_MAX);
        }

        /** For an archive of that many bytes whose articles are handed on as they come. */
        public static Limits streamed(int bodyBytesMax, long size) {
            return new Limits(
                    bodyBytesMax, Integer.MAX_VALUE, Math.max(HELD_BYTES_MAX, RATIO_MAX * size));
        }
    }

    private final Limits limits;
    private final Consumer<WarcEntry> sink;
    private int index;
    private int skipped;
    private long bytes;

    private WarcPages(Limits limits, Consumer<WarcEntry> sink) {
        this.limits = limits;
        this.sink = sink;
    }

    /** Whether bytes are an archive, compressed or not. */
    public static boolean fits(byte[] bytes) {
        boolean gzip = bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
        try (InputStream in = opened(bytes, gzip)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException e) {
            // Damaged from its first bytes on: then nobody can tell what it was.
            return false;
        }
    }

    private static InputStream opened(byte[] bytes, boolean gzip) throws IOException {
        InputStream in = new ByteArrayInputStream(bytes);
        return gzip ? new GZIPInputStream(in) : in;
    }

    /**
     * Hands over page after page.
     *
     * @param in the archive from its start; not closed here
     * @return how many records were passed over
     */
    public static int read(InputStream in, Limits limits, Consumer<WarcEntry> sink) {
        var pages = new WarcPages(limits, sink);
        try {
            pages.read(new WarcReader(in));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            pages.broken(FailureCode.PARSE_WARC, "the archive ends here: " + message(e));
        }
        return pages.skipped;
    }

    private void read(WarcReader reader) throws IOException {
        for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
            WarcRecord record = next.get();
            bytes += record.body().size();
            if (bytes > limits.recordBytesMax() || index >= limits.recordsMax()) {
                broken(
                        FailureCode.FEED_LIMIT,
                        "over %d records or %d bytes in one archive: split it"
                                .formatted(limits.recordsMax(), limits.recordBytesMax()));
                return;
            }
            record(record);
            record.body().consume();
            index++;
        }
    }

    private void record(WarcRecord record) throws IOException {
        if (!(record instanceof WarcResponse response) || !isHttp(record)) {
            skipped++;
            return;
        }
        HttpResponse http = response.http();
        if (http.status() / 100 != 2 || !isPage(http)) {
            skipped++;
            return;
        }
        try {
            page(response, http);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            broken(FailureCode.PARSE_WARC, response.target() + ": " + message(e));
        }
    }

    private static boolean isHttp(WarcRecord record) {
        return header(record.headers().first("Content-Type")).startsWith("application/http");
    }

    private static boolean isPage(HttpResponse http) {
        return header(http.headers().first("Content-Type")).contains("html");
    }

    private static String header(Optional<String> value) {
        return value.orElse("").strip().toLowerCase(Locale.ROOT);
    }

    private void page(WarcResponse response, HttpResponse http) throws IOException {
        byte[] body = http.bodyDecoded().stream().readNBytes(limits.bodyBytesMax() + 1);
        if (body.length > limits.bodyBytesMax()) {
            broken(
                    FailureCode.BODY_TOO_LARGE,
                    "%s: over %d bytes".formatted(response.target(), limits.bodyBytesMax()));
            return;
        }
        sink.accept(
                new WarcEntry.Page(
                        index,
                        response.target(),
                        http.status(),
                        http.headers().first("Content-Type").orElse(null),
                        http.headers().first("ETag").orElse(null),
                        http.headers().first("Last-Modified").orElse(null),
                        response.date(),
                        body));
    }

    private void broken(FailureCode code, String what) {
        sink.accept(
                new WarcEntry.Broken(
                        index, new Rejection(code, "record %d: %s".formatted(index, what))));
    }

    private static String message(Exception e) {
        String message = Optional.ofNullable(e.getMessage()).orElse("");
        String name = e.getClass().getSimpleName();
        return SafeText.cut(
                (name + " " + message.lines().findFirst().orElse("")).strip(), MESSAGE_CHARS_MAX);
    }
}
