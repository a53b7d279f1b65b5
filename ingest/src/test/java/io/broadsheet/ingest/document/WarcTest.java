package io.broadsheet.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.SourceKind;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
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
