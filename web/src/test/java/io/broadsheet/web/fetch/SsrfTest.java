package io.broadsheet.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inet.ipaddr.IPAddressString;

import io.broadsheet.web.markup.PictureSource;
import io.broadsheet.web.url.NormalizedUrl;
import io.broadsheet.web.url.WebUrl;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * More than 900 ways to lead us inside. A listener on every address of this machine, on the one
 * port that is allowed, must never see a connection.
 */
class SsrfTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final WebUrl START = WebUrl.parse("https://start.example/").orElseThrow();

    private final InnerListener inside = new InnerListener();
    private final EgressPolicy policy =
            EgressPolicy.publicOnly()
                    .withPorts(Set.of(443, inside.port()))
                    .withProxySettingsIgnored();

    @AfterEach
    void close() throws IOException {
        inside.close();
    }

    @Test
    void theListenerWouldSeeAConnection() throws Exception {
        try (Socket socket = new Socket(LOOPBACK, inside.port())) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(inside.accepted()).isOne();
    }

    @Test
    void noTextOfAUrlLeadsInside() {
        List<String> urls = SsrfVectors.urls(inside.port());
        try (SafeFetcher fetcher = SafeFetcher.open(policy, SsrfTest::knowsNothing)) {
            assertThat(urls)
                    .hasSizeGreaterThan(200)
                    .allSatisfy(url -> assertRefused(fetcher.fetch(request(url))));
        }
        assertThat(inside.accepted()).isZero();
    }

    @Test
    void noRedirectLeadsInside() {
        List<String> locations = SsrfVectors.locations(inside.port());
        try (SafeFetcher fetcher = SafeFetcher.open(policy, SsrfTest::knowsNothing)) {
            assertThat(locations)
                    .hasSizeGreaterThan(300)
                    .allSatisfy(location -> assertRefused(redirected(location, fetcher)));
        }
        assertThat(inside.accepted()).isZero();
    }

    /** Some are read as names outside, as browsers read them; no name has an address here. */
    @Test
    void noMarkupLeadsInside() {
        List<String> pages = SsrfVectors.pages(inside.port());
        try (SafeFetcher fetcher = SafeFetcher.open(policy, SsrfTest::knowsNothing)) {
            List<FetchResult> results =
                    pages.stream()
                            .flatMap(page -> pictures(page).stream())
                            .map(url -> fetcher.fetch(request(url)))
                            .toList();

            assertThat(results).hasSameSizeAs(pages);
            assertThat(results)
                    .filteredOn(FetchResult.Refused.class::isInstance)
                    .hasSizeGreaterThan(180);
            assertThat(results)
                    .filteredOn(result -> !(result instanceof FetchResult.Refused))
                    .allSatisfy(result -> Fetches.assertFailed(result, FetchFailure.DNS));
        }
        assertThat(inside.accepted()).isZero();
    }

    /** As the pipeline finds them: what cannot be made absolute is never asked for. */
    private static List<String> pictures(String page) {
        Document parsed = Jsoup.parse(page, START.toString());
        return parsed.select("img").stream()
                .flatMap(img -> PictureSource.of(img).stream())
                .map(source ->
                        NormalizedUrl.resolve(parsed.baseUri(), source.url()).orElse(source.url()))
                .toList();
    }

    @Test
    void noAnswerOfANameServerLeadsInside() {
        Map<String, List<String>> answers = SsrfVectors.answers();
        try (SafeFetcher fetcher =
                SafeFetcher.open(
                        policy, host -> addresses(answers.getOrDefault(host, List.of())))) {
            assertThat(answers.keySet())
                    .hasSizeGreaterThan(130)
                    .allSatisfy(host ->
                            assertRefusedAddress(
                                    fetcher.fetch(
                                            request(
                                                    "http://"
                                                            + host
                                                            + ":"
                                                            + inside.port()
                                                            + "/"))));
        }
        assertThat(inside.accepted()).isZero();
    }

    @Test
    void evenTheSocketRefusesWhatNobodyVetted() throws Exception {
        try (Socket socket = new VettedSocket(policy)) {
            assertThatThrownBy(() ->
                            socket.connect(new InetSocketAddress(LOOPBACK, inside.port()), 1_000))
                    .isInstanceOf(AddressRefusedException.class);
        }
        assertThat(inside.accepted()).isZero();
    }

    @Test
    void aPolicyForAnOwnOriginKeepsMetadataShut() {
        EgressPolicy own = EgressPolicy.allowingPrivateAddresses().withProxySettingsIgnored();
        NameResolver names = _ -> addresses(List.of("169.254.169.254"));
        try (SafeFetcher fetcher = SafeFetcher.open(own, names)) {
            assertRefusedAddress(fetcher.fetch(request("http://169.254.169.254/latest/")));
            assertRefusedAddress(fetcher.fetch(request("http://[fd00:ec2::254]/")));
            assertRefusedAddress(fetcher.fetch(request("http://metadata.google.internal/")));
        }
    }

    private FetchResult redirected(String location, SafeFetcher fetcher) {
        Exchange exchange =
                (url, _) ->
                        url.host().equals(START.host())
                                ? RedirectTarget.of(url, location)
                                        .<Outcome>map(Outcome.Moved::new)
                                        .orElseThrow()
                                : outcome(fetcher.fetch(request(url.toString())));
        return new Journey(new UrlRule(policy), exchange, HopGate.OPEN, 3).from(START.toString());
    }

    private static Outcome outcome(FetchResult result) {
        return switch (result) {
            case FetchResult.Refused refused ->
                    new Outcome.Refusal(refused.code(), refused.detail());
            case FetchResult.Failed failed ->
                    new Outcome.Failure(failed.failure(), failed.detail());
            case FetchResult.Answered answered ->
                    new Outcome.Answer(answered.finalUrl(), 200, Map.of(), answered.body());
        };
    }

    private static void assertRefused(FetchResult result) {
        assertThat(result).isInstanceOf(FetchResult.Refused.class);
    }

    private static void assertRefusedAddress(FetchResult result) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        FetchResult.Refused.class,
                        refused ->
                                assertThat(refused.code())
                                        .isEqualTo(RefusalCode.URL_BLOCKED_ADDRESS));
    }

    private static List<InetAddress> knowsNothing(String host) throws UnknownHostException {
        throw new UnknownHostException(host);
    }

    private static List<InetAddress> addresses(List<String> texts) {
        return texts.stream()
                .map(text -> new IPAddressString(text).getAddress().toInetAddress())
                .toList();
    }

    private static FetchRequest request(String url) {
        return new FetchRequest(
                url,
                Optional.empty(),
                "image/*",
                new FetchLimits(1_000, 1_000, 3, Duration.ofMillis(500), Duration.ofSeconds(1)));
    }
}
