package io.broadsheet.web.fetch;

import static io.broadsheet.web.fetch.Fetches.answered;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Asking for news and telling: validators, gzip and its bombs, forms. */
class AskingIT {

    private static final FetchLimits LARGE =
            new FetchLimits(64L << 20, 64 << 20, 3, Duration.ofSeconds(2), Duration.ofSeconds(20));

    private final SafeFetcher fetcher = SafeFetcher.open(Fetches.POLICY);

    @AfterEach
    void close() {
        fetcher.close();
    }

    @Test
    void validatorsAreSentAsTheyCame() throws IOException {
        try (HostileOrigin origin =
                HostileOrigin.saying("HTTP/1.1 304 Not Modified\r\nETag: W/\"b\"\r\n\r\n")) {
            FetchResult.Answered answer =
                    ask(origin, news(Optional.of("W/\"a\""), Optional.of("yesterday")));

            assertThat(answer.status()).isEqualTo(304);
            assertThat(answer.header("ETag")).hasValue("W/\"b\"");
            assertThat(origin.requests().getFirst().lines())
                    .contains(
                            "Accept-Encoding: gzip",
                            "If-None-Match: W/\"a\"",
                            "If-Modified-Since: yesterday");
        }
    }

    @Test
    void whatComesCompressedIsGivenOutDecoded() throws IOException {
        byte[] packed = gzip("hello ".repeat(50).getBytes(StandardCharsets.UTF_8));
        try (HostileOrigin origin = sending("gzip", packed)) {
            FetchResult.Body body = ask(origin, Asking.ForNews.first()).body();

            assertThat(new String(body.kept(), StandardCharsets.UTF_8)).startsWith("hello hello");
            assertThat(body.bytesRead()).isEqualTo(300);
            assertThat(body.end()).isEqualTo(BodyEnd.COMPLETE);
        }
    }

    @Test
    void plainBytesThatAreCalledGzipAreReadAsTheyAre() throws IOException {
        try (HostileOrigin origin = sending("gzip", "hello".getBytes(StandardCharsets.UTF_8))) {
            FetchResult.Body body = ask(origin, Asking.ForNews.first()).body();

            assertThat(new String(body.kept(), StandardCharsets.UTF_8)).isEqualTo("hello");
            assertThat(body.end()).isEqualTo(BodyEnd.COMPLETE);
        }
    }

    @Test
    void aBombIsLeftUnread() throws IOException {
        try (HostileOrigin origin = sending("gzip", gzip(new byte[40 << 20]))) {
            FetchResult.Body body = ask(origin, Asking.ForNews.first()).body();

            assertThat(body.end()).isEqualTo(BodyEnd.OVER_RATIO);
            assertThat(body.bytesRead()).isLessThan(4 << 20);
        }
    }

    @Test
    void whatIsPackedWronglyIsToldFromWhatIsCut() throws IOException {
        byte[] packed = gzip("hello ".repeat(50).getBytes(StandardCharsets.UTF_8));
        byte[] wrong = packed.clone();
        wrong[packed.length - 6] ^= 0x55;
        try (HostileOrigin broken = sending("gzip", wrong);
                HostileOrigin other = sending("br", packed);
                HostileOrigin cut = sending("gzip", packed, packed.length - 9)) {
            assertThat(end(broken)).isEqualTo(BodyEnd.UNDECODABLE);
            assertThat(end(other)).isEqualTo(BodyEnd.UNDECODABLE);
            assertThat(end(cut)).isEqualTo(BodyEnd.CUT_BY_PEER);
        }
    }

    @Test
    void aFormIsPostedAgainWhereARedirectSaysSo() throws IOException {
        for (int status : new int[] {307, 308}) {
            try (HostileOrigin end =
                            HostileOrigin.saying(
                                    "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
                    HostileOrigin origin =
                            HostileOrigin.saying(
                                    "HTTP/1.1 %d Moved\r\nContent-Length: 0\r\nLocation: %s\r\n\r\n"
                                            .formatted(status, end.url("/hub")))) {
                FetchResult result =
                        fetcher.fetch(request(origin, new Asking.Telling("hub.mode=subscribe")));

                assertThat(answered(result).status()).isEqualTo(202);
                assertThat(end.requests())
                        .singleElement()
                        .asString()
                        .startsWith("POST /hub HTTP/1.1")
                        .contains("Content-Length: 18");
            }
        }
    }

    @Test
    void aFormIsPostedAndARedirectThatWouldLoseItIsNotFollowed() throws IOException {
        try (HostileOrigin origin =
                HostileOrigin.saying("HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n")) {
            FetchResult result =
                    fetcher.fetch(request(origin, new Asking.Telling("hub.mode=subscribe")));

            Fetches.assertFailed(result, FetchFailure.REDIRECTS);
            assertThat(origin.requests()).singleElement().asString().startsWith("POST / HTTP/1.1");
            assertThat(origin.requests().getFirst().lines())
                    .contains("Content-Length: 18")
                    .anyMatch(line -> line.startsWith("Content-Type: application/x-www-form"));
        }
    }

    private BodyEnd end(HostileOrigin origin) {
        return ask(origin, Asking.ForNews.first()).body().end();
    }

    private FetchResult.Answered ask(HostileOrigin origin, Asking asking) {
        return answered(fetcher.fetch(request(origin, asking)));
    }

    private static FetchRequest request(HostileOrigin origin, Asking asking) {
        return new FetchRequest(origin.url("/"), Optional.empty(), "*/*", LARGE, asking);
    }

    private static Asking news(Optional<String> etag, Optional<String> lastModified) {
        return new Asking.ForNews(etag, lastModified);
    }

    private static HostileOrigin sending(String encoding, byte[] body) {
        return sending(encoding, body, body.length);
    }

    private static HostileOrigin sending(String encoding, byte[] body, int sent) {
        return HostileOrigin.playing((_, out) -> {
            HostileOrigin.write(
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\nContent-Length: %d\r\n\r\n"
                            .formatted(encoding, body.length));
            out.write(body, 0, sent);
            out.flush();
            return false;
        });
    }

    private static byte[] gzip(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
