package io.broadsheet.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.ingest.source.FileSource;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.SourceKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** Archives of crawls, told by their bytes. */
class WarcTest {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final String HTML = "Content-Type: text/html; charset=windows-1252\r\n";

    @Test
    void eachPageIsAnArticleWithTheCharsetOfItsHeader() {
        Reading.Articles read =
                (Reading.Articles) Readers.read(join(info(), page("Café"), image()));

        RawArticle article = read.articles().getFirst();
        assertThat(read.articles()).hasSize(1);
        assertThat(read.letters()).isEmpty();
        assertThat(article.getTitle()).isEqualTo("Café");
        assertThat(article.getSource().getKind()).isEqualTo(SourceKind.WARC);
        assertThat(article.getLink()).isEqualTo("https://www.example.org/storm");
        assertThat(article.getFetch().getCharset()).isEqualTo("windows-1252");
        assertThat(article.getFetch().getItemIndex()).isEqualTo(1);
        assertThat(article.getFetch().getStatusCode()).isEqualTo(200);
        assertThat(article.getFetch().getRetrievedAt())
                .isEqualTo(Instant.parse("2025-06-07T08:09:10Z"));
    }

    @Test
    void recordsCompressedOneByOneAreRead() {
        byte[] archive = join(gzip(info()), gzip(page("Storm")), gzip(page("Calm")));

        Reading.Articles read = (Reading.Articles) Readers.read(archive);

        assertThat(read.articles())
                .extracting(RawArticle::getTitle)
                .containsExactly("Storm", "Calm");
    }

    @Test
    void chunkedAndCompressedBodiesAreDecoded() {
        byte[] packed = gzip(html("Storm"));
        byte[] chunked =
                join(
                        bytes(Integer.toHexString(packed.length) + "\r\n"),
                        packed,
                        bytes("\r\n0\r\n\r\n"));
        byte[] record =
                response(
                        HTML + "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", chunked);

        Reading.Articles read = (Reading.Articles) Readers.read(record);

        assertThat(read.articles()).extracting(RawArticle::getTitle).containsExactly("Storm");
    }

    @Test
    void whatIsCutOffIsALetterAndWhatCameBeforeIsKept() {
        byte[] whole = join(page("Storm"), page("Calm"));

        Reading.Articles read =
                (Reading.Articles) Readers.read(Arrays.copyOf(whole, whole.length - 60));

        assertThat(read.articles()).extracting(RawArticle::getTitle).containsExactly("Storm");
        assertThat(read.letters()).extracting(DeadLetter::getCode).contains("PARSE_WARC");
        assertThat(read.letters().getFirst().getMessage()).contains("record 1");
    }

    @Test
    void aWrongLengthIsALetterAndWhatCameBeforeIsKept() {
        byte[] wrong =
                new String(page("Calm"), WESTERN)
                        .replaceFirst("Length: 1", "Length: ")
                        .getBytes(WESTERN);

        Reading.Articles read = (Reading.Articles) Readers.read(join(page("Storm"), wrong));

        assertThat(read.articles()).extracting(RawArticle::getTitle).contains("Storm");
        assertThat(read.letters()).extracting(DeadLetter::getCode).contains("PARSE_WARC");
    }

    @Test
    void aBodyThatUnpacksBeyondTheLimitIsALetterAndTheNextPageIsRead() {
        byte[] bomb = gzip(new byte[ReaderSettings.DOCUMENT_BYTES_MAX + 10]);
        byte[] archive = join(response(HTML + "Content-Encoding: gzip\r\n", bomb), page("Storm"));

        Reading.Articles read = (Reading.Articles) Readers.read(archive);

        assertThat(read.articles()).extracting(RawArticle::getTitle).containsExactly("Storm");
        assertThat(read.letters())
                .extracting(DeadLetter::getCode)
                .containsExactly("BODY_TOO_LARGE");
    }

    @Test
    void anArchiveInAnArchiveIsNotOpenedAndAPageThatStandsTwiceIsReadOnce() {
        byte[] archive = join(response(HTML, page("Inner")), page("Storm"), page("Storm"));

        Reading.Articles read = (Reading.Articles) Readers.read(archive);

        assertThat(read.articles()).extracting(RawArticle::getTitle).containsExactly("Storm");
        assertThat(read.letters())
                .extracting(DeadLetter::getCode)
                .containsExactly("ARCHIVE_FORBIDDEN");
    }

    @Test
    void anArchiveWithoutPagesIsALetter() {
        Reading.Buried buried = (Reading.Buried) Readers.read(join(info(), image()));

        assertThat(buried.letter().getCode()).isEqualTo("FORMAT_UNSUPPORTED");
        assertThat(buried.letter().getMessage()).contains("2 records");
    }

    @Test
    void anArchiveManyTimesLargerThanTheLimitIsReadInBoundedPieces(@TempDir Path directory)
            throws IOException {
        assertReadInPieces(directory.resolve("large.warc"), record -> record);
    }

    @Test
    void soIsOneThatIsCompressedRecordByRecord(@TempDir Path directory) throws IOException {
        assertReadInPieces(directory.resolve("large.warc.gz"), WarcTest::gzip);
    }

    /** Noise does not compress, so both files are several times as large as the limit. */
    private static void assertReadInPieces(Path file, UnaryOperator<byte[]> packing)
            throws IOException {
        int limit = 256 * 1024;
        int pages = 300;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < pages; i++) {
                out.write(packing.apply(noisyPage(i, 16 * 1024)));
            }
            out.write(packing.apply(noisyPage(pages, limit)));
        }
        assertThat(Files.size(file)).isGreaterThan(10L * limit);
        List<Reading.Articles> pieces = new ArrayList<>();

        DocumentReader reader = Readers.reader(limit);
        Opening opening = reader.open(new FileSource(List.of(file)).iterator().next());
        assertThat(opening)
                .isInstanceOfSatisfying(
                        Opening.Archive.class,
                        it ->
                                reader.parse(
                                        it.archive(),
                                        piece -> pieces.add((Reading.Articles) piece)));

        assertThat(pieces).hasSizeGreaterThan(2);
        assertThat(pieces)
                .allSatisfy(piece -> assertThat(piece.articles()).hasSizeLessThanOrEqualTo(100));
        assertThat(pieces.stream().mapToInt(piece -> piece.articles().size()).sum())
                .isEqualTo(pages);
        assertThat(pieces.stream().flatMap(piece -> piece.letters().stream()))
                .extracting(DeadLetter::getCode, DeadLetter::getUrl)
                .containsExactly(tuple("BODY_TOO_LARGE", file.toRealPath().toUri().toString()));
    }

    private static byte[] noisyPage(int seed, int bytes) {
        byte[] noise = new byte[bytes];
        new Random(seed).nextBytes(noise);
        String text = Base64.getEncoder().encodeToString(noise);
        return response(HTML, join(html("Page " + seed), bytes("<p>" + text + "</p>")));
    }

    private static byte[] info() {
        return record("warcinfo", "application/warc-fields", bytes("software: test\r\n"));
    }

    private static byte[] image() {
        return response("Content-Type: image/png\r\n", new byte[] {1, 2, 3});
    }

    private static byte[] page(String title) {
        return response(HTML, html(title));
    }

    private static byte[] html(String title) {
        return ("<!DOCTYPE html><html><head><title>"
                        + title
                        + "</title></head><body>x</body></html>")
                .getBytes(WESTERN);
    }

    private static byte[] response(String headers, byte[] body) {
        byte[] head = bytes("HTTP/1.1 200 OK\r\n" + headers + "\r\n");
        return record("response", "application/http; msgtype=response", join(head, body));
    }

    private static byte[] record(String type, String contentType, byte[] block) {
        String head =
                """
                WARC/1.1
                WARC-Type: %s
                WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>
                WARC-Date: 2025-06-07T08:09:10Z
                WARC-Target-URI: https://www.example.org/storm
                Content-Type: %s
                Content-Length: %d

                """
                        .formatted(type, contentType, block.length)
                        .replace("\n", "\r\n");
        return join(bytes(head), block, bytes("\r\n\r\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
