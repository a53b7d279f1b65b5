package io.broadsheet.web.fetch;

import static io.broadsheet.web.fetch.Fetches.answered;
import static io.broadsheet.web.fetch.Fetches.assertFailed;
import static io.broadsheet.web.fetch.HostileOrigin.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of answers, well-meant and hostile. */
class SafeFetcherIT {

    private static final String HELLO_DIGEST =
            "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private static final String UNAUTHORIZED =
            String.join(
                    "\r\n",
                    "HTTP/1.1 401 Unauthorized",
                    "Set-Cookie: a=b; Path=/",
                    "WWW-Authenticate: Basic realm=x",
                    "Content-Length: 0",
                    "",
                    "");

    private final SafeFetcher fetcher = SafeFetcher.open(Fetches.POLICY);

    @AfterEach
    void close() {
        fetcher.close();
    }

    @Test
    void anAnswerIsReadCountedAndDigested() throws IOException {
        try (HostileOrigin origin =
                HostileOrigin.saying(
                        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Two: a\r\nx-two: b\r\n\r\n"
                                + "hello")) {
            FetchResult.Answered answer = answered(fetch(origin));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.finalUrl()).isEqualTo(origin.url("/"));
            assertThat(answer.headers().get("x-two")).containsExactly("a", "b");
            assertThat(answer.header("Content-Length")).contains("5");
            assertThat(answer.body().kept()).isEqualTo("hello".getBytes(StandardCharsets.UTF_8));
            assertThat(answer.body().bytesRead()).isEqualTo(5);
            assertThat(answer.body().digest()).isEqualTo(HELLO_DIGEST);
            assertThat(answer.body().end()).isEqualTo(BodyEnd.COMPLETE);
            assertThat(answer.hops())
                    .singleElement()
                    .satisfies(hop -> assertThat(hop.status()).hasValue(200));
        }
    }

    @Test
    void aRequestSaysWhoAsksAndNothingElse() throws IOException {
        try (HostileOrigin origin = HostileOrigin.saying(UNAUTHORIZED);
                SafeFetcher named =
                        SafeFetcher.open(Fetches.POLICY.explainedAt("https://a.example/bot"))) {
            FetchRequest request =
                    new FetchRequest(
                            origin.url("/a|b//%zz?c=[d]"),
                            Optional.of("https://page.example/\r\nEvil: yes"),
                            "image/avif",
                            Fetches.LIMITS);
            named.fetch(request);
            named.fetch(request);

            assertThat(origin.requests())
                    .hasSize(2)
                    .allSatisfy(head ->
                            assertThat(head.lines())
                                    .containsExactlyInAnyOrder(
                                            "GET /a|b//%zz?c=[d] HTTP/1.1",
                                            "Host: 127.0.0.1:" + origin.port(),
                                            "User-Agent: Broadsheet/0.1"
                                                    + " (+https://a.example/bot)",
                                            "Accept: image/avif",
                                            "Accept-Encoding: identity",
                                            "Referer: https://page.example/Evil:%20yes",
                                            "Connection: keep-alive",
                                            ""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content", "304 Not Modified"})
    void anAnswerWithoutABodyIsComplete(String status) throws IOException {
        try (HostileOrigin origin = HostileOrigin.saying("HTTP/1.1 " + status + "\r\n\r\n")) {
            FetchResult.Body body = answered(fetch(origin)).body();

            assertThat(body.bytesRead()).isZero();
            assertThat(body.end()).isEqualTo(BodyEnd.COMPLETE);
        }
    }

    @Test
    void anEmptyBodyIsComplete() throws IOException {
        try (HostileOrigin origin =
                HostileOrigin.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(answered(fetch(origin)).body().end()).isEqualTo(BodyEnd.COMPLETE);
        }
    }

    @Test
    void provisionalAnswersAreSkipped() throws IOException {
        try (HostileOrigin origin =
                HostileOrigin.saying(
                        "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                                + "HTTP/1.1 100 Continue\r\n\r\n"
                                + HELLO)) {
            assertThat(answered(fetch(origin)).status()).isEqualTo(200);
        }
    }

    @Test
    void compressedBytesStayAsTheyCame() throws IOException {
        try (HostileOrigin origin =
                HostileOrigin.saying(
                        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n"
                                + "Content-Length: 5\r\n\r\nhello")) {
            FetchResult.Answered answer = answered(fetch(origin));

            assertThat(answer.body().digest()).isEqualTo(HELLO_DIGEST);
            assertThat(answer.header("content-encoding")).contains("gzip");
        }
    }

    @Test
    void anEndlessBodyIsCutAtTheLimit() throws IOException {
        try (HostileOrigin origin =
                HostileOrigin.playing((_, out) -> {
                    write(out, "HTTP/1.1 200 OK\r\n\r\n");
                    while (true) {
                        write(out, "x".repeat(10_000));
                    }
                })) {
            FetchResult.Body body = answered(fetch(origin)).body();

            assertThat(body.end()).isEqualTo(BodyEnd.OVER_LIMIT);
            assertThat(body.bytesRead()).isEqualTo(Fetches.LIMITS.bodyBytesMax());
            assertThat(body.kept()).hasSize(Fetches.LIMITS.keptBytesMax());
        }
    }

    @Test
    void aBodyOfExactlyTheLimitIsComplete() throws IOException {
        int limit = (int) Fetches.LIMITS.bodyBytesMax();
        try (HostileOrigin origin =
                HostileOrigin.saying("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(limit))) {
            FetchResult.Body body = answered(fetch(origin)).body();

            assertThat(body.end()).isEqualTo(BodyEnd.COMPLETE);
            assertThat(body.bytesRead()).isEqualTo(limit);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 100\r\n\r\nhello",
                "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
                "Transfer-Encoding: chunked\r\n\r\nff\r\nhello",
                "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nnonsense\r\n",
            })
    void aBodyShorterThanDeclaredIsCutByThePeer(String rest) throws IOException {
        try (HostileOrigin origin = HostileOrigin.saying("HTTP/1.1 200 OK\r\n" + rest)) {
            FetchResult.Body body = answered(fetch(origin)).body();

            assertThat(body.end()).isEqualTo(BodyEnd.CUT_BY_PEER);
            assertThat(body.bytesRead()).isEqualTo(5);
        }
    }

    static Stream<String> noHttp() {
        return Stream.of(
                "220 ftp.example ready\r\n\r\n",
                "<html>HTTP/0.9</html>",
                "\u0000\u0001\u0002\r\n\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/7.3 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon in this line\r\n\r\n",
                "\r\n".repeat(100),
                "HTTP/1.1 200 OK\r\nX: " + "x".repeat(20_000) + "\r\n\r\n",
                "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(300) + "\r\n",
                "HTTP/1.1 200 OK\r\n" + ("X: " + "y".repeat(1_000) + "\r\n").repeat(60) + "\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked, x\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource
    void noHttp(String answer) throws IOException {
        try (HostileOrigin origin = HostileOrigin.saying(answer)) {
            assertFailed(fetch(origin), FetchFailure.PROTOCOL);
        }
    }

    @Test
    void aPeerThatHangsUpGaveNoAnswer() throws IOException {
        try (HostileOrigin origin = HostileOrigin.saying("")) {
            assertFailed(fetch(origin), FetchFailure.CONNECTION);
        }
    }

    @Test
    void aClosedPortGivesNoConnection() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        FetchResult result = fetcher.fetch(Fetches.of("http://127.0.0.1:" + port + "/"));

        assertFailed(result, FetchFailure.CONNECTION);
        assertThat(result.hops())
                .singleElement()
                .satisfies(hop -> assertThat(hop.status()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: ",
                "HTTP/1.1 200 OK\r\n\r\n",
            })
    void aSlowDripEndsWithItsTime(String start) throws IOException {
        HostileOrigin[] self = new HostileOrigin[1];
        try (HostileOrigin origin =
                HostileOrigin.playing((_, out) -> {
                    write(out, start);
                    self[0].drip(out, start.startsWith("HTTP/1.1 100") ? start : "x", 20);
                    return false;
                })) {
            self[0] = origin;
            long startNanos = System.nanoTime();

            FetchResult result =
                    fetcher.fetch(
                            Fetches.of(origin.url("/"), Fetches.inTotal(Duration.ofMillis(400))));

            assertFailed(result, FetchFailure.TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - startNanos))
                    .isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void aCrawlingBodyEndsBeforeItsTime() throws IOException {
        HostileOrigin[] self = new HostileOrigin[1];
        try (HostileOrigin origin =
                HostileOrigin.playing((_, out) -> {
                    write(out, "HTTP/1.1 200 OK\r\n\r\n");
                    self[0].drip(out, "x", 50);
                    return false;
                })) {
            self[0] = origin;

            FetchResult result =
                    fetcher.fetch(
                            Fetches.of(origin.url("/"), Fetches.inTotal(Duration.ofSeconds(60))));

            assertFailed(result, FetchFailure.TIMEOUT);
            assertThat(result.hops())
                    .singleElement()
                    .satisfies(hop -> assertThat(hop.status()).hasValue(200));
        }
    }

    @Test
    void aPeerThatNeverAnswersEndsWithItsTime() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + deaf.getLocalPort() + "/";

            assertFailed(
                    fetcher.fetch(Fetches.of(url, Fetches.inTotal(Duration.ofMillis(300)))),
                    FetchFailure.TIMEOUT);
        }
    }

    private FetchResult fetch(HostileOrigin origin) {
        return fetcher.fetch(Fetches.of(origin.url("/")));
    }
}
