package io.broadsheet.web.fetch;

import static io.broadsheet.web.fetch.Fetches.answered;
import static io.broadsheet.web.fetch.Fetches.assertFailed;
import static io.broadsheet.web.fetch.Fetches.assertRefused;
import static io.broadsheet.web.fetch.HostileOrigin.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Where redirects may lead, and how far. */
class RedirectsIT {

    private final SafeFetcher fetcher = SafeFetcher.open(Fetches.POLICY);

    @AfterEach
    void close() {
        fetcher.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsFollowedAndTold(int status) throws IOException {
        try (HostileOrigin origin = redirecting(status, "../b?c")) {
            FetchResult.Answered answer = answered(fetch(origin, "/a/start"));

            assertThat(answer.finalUrl()).isEqualTo(origin.url("/b?c"));
            assertThat(answer.hops())
                    .extracting(Hop::url)
                    .containsExactly(origin.url("/a/start"), origin.url("/b?c"));
            assertThat(answer.hops().getFirst().status()).hasValue(status);
        }
    }

    @Test
    void theGateIsAskedBeforeARedirectIsFollowedAndAtNoOtherTime() throws IOException {
        List<String> asked = new ArrayList<>();
        try (HostileOrigin origin = redirecting(302, "/end")) {
            FetchResult result =
                    fetcher.fetch(
                            Fetches.of(origin.url("/start")),
                            url -> {
                                asked.add(url);
                                throw new InterruptedException("no further");
                            });

            assertThat(Thread.interrupted()).isTrue();
            assertFailed(result, FetchFailure.CONNECTION);
            assertThat(result.hops()).extracting(Hop::url).containsExactly(origin.url("/start"));
            assertThat(asked).containsExactly(origin.url("/end"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/caf\u00e9 | /caf%C3%A9",
                "/a b | /a%20b",
                "?q | /start?q",
                "/x#y | /x",
            })
    void aLocationIsReadAsBrowsersDo(String location, String expected) throws IOException {
        try (HostileOrigin origin = redirecting(302, location)) {
            assertThat(answered(fetch(origin, "/start")).finalUrl())
                    .isEqualTo(origin.url(expected));
        }
    }

    @Test
    void aRedirectsBodyIsNotRead() throws IOException {
        try (HostileOrigin origin =
                HostileOrigin.playing((request, out) -> {
                    if (!request.startsWith("GET /start")) {
                        return ok(out);
                    }
                    write(out, "HTTP/1.1 302 Found\r\nLocation: /end\r\n\r\n");
                    while (true) {
                        write(out, "x".repeat(10_000));
                    }
                })) {
            assertThat(answered(fetch(origin, "/start")).status()).isEqualTo(200);
        }
    }

    @Test
    void aLongChainEnds() throws IOException {
        try (HostileOrigin origin =
                HostileOrigin.playing((request, out) -> {
                    String next = request.substring(4, request.indexOf(" HTTP")) + "x";
                    return moved(out, 302, next);
                })) {
            FetchResult result = fetch(origin, "/");

            assertFailed(result, FetchFailure.REDIRECTS);
            assertThat(result.hops()).hasSize(1 + Fetches.LIMITS.redirectsMax());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/start", "/start#again", "/./start"})
    void aLoopEnds(String location) throws IOException {
        try (HostileOrigin origin = HostileOrigin.playing((_, out) -> moved(out, 302, location))) {
            assertFailed(fetch(origin, "/start"), FetchFailure.REDIRECTS);
            assertThat(origin.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HTTP/1.1 302 Found\r\n\r\n", "HTTP/1.1 301 Moved\r\nLocation:\r\n\r\n"})
    void aRedirectToNowhereFails(String answer) throws IOException {
        try (HostileOrigin origin = HostileOrigin.saying(answer)) {
            assertFailed(fetch(origin, "/"), FetchFailure.REDIRECTS);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd,URL_SCHEME",
        "http://169.254.169.254/latest/meta-data/,URL_BLOCKED_ADDRESS",
        "//169.254.169.254/,URL_BLOCKED_ADDRESS",
        "http://0xA9FEA9FE/,URL_BAD_HOST",
        "//2852039166/,URL_BAD_HOST",
        "http:/127.0.0.1/,URL_MALFORMED",
        "\\\\169.254.169.254\\,URL_MALFORMED",
        "http://a:b@example.com/,URL_USERINFO",
    })
    void aRedirectIsVettedLikeARequest(String location, RefusalCode expected) throws IOException {
        try (HostileOrigin origin = HostileOrigin.playing((_, out) -> moved(out, 307, location))) {
            FetchResult result = fetch(origin, "/");

            assertRefused(result, expected);
            assertThat(result.hops()).hasSize(1);
        }
    }

    /** These stay shut even for those who fetch from networks of their own. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void noStatusLeadsToMetadata(int status) throws IOException {
        for (String host :
                List.of(
                        "169.254.169.254",
                        "[fd00:ec2::254]",
                        "[::ffff:169.254.169.254]",
                        "[64:ff9b::a9fe:a9fe]",
                        "[2002:a9fe:a9fe::]",
                        "2852039166",
                        "0xa9fea9fe",
                        "0251.0376.0251.0376",
                        "169.254.169.254.")) {
            try (HostileOrigin origin = redirecting(status, "http://" + host + "/latest/")) {
                assertThat(fetch(origin, "/start"))
                        .as(host)
                        .isInstanceOf(FetchResult.Refused.class);
            }
        }
    }

    private static HostileOrigin redirecting(int status, String location) {
        return HostileOrigin.playing((request, out) ->
                request.contains("/start HTTP") ? moved(out, status, location) : ok(out));
    }

    private static boolean moved(OutputStream out, int status, String location) throws IOException {
        write(
                out,
                "HTTP/1.1 "
                        + status
                        + " Moved\r\nLocation: "
                        + location
                        + "\r\nContent-Length: 0\r\n\r\n");
        return true;
    }

    private static boolean ok(OutputStream out) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        return true;
    }

    private FetchResult fetch(HostileOrigin origin, String path) {
        return fetcher.fetch(Fetches.of(origin.url(path)));
    }
}
