package io.broadsheet.enrich.image.check;

import static io.broadsheet.v1.ImageVerdict.NOT_FOUND;
import static io.broadsheet.v1.ImageVerdict.OK;
import static io.broadsheet.v1.ImageVerdict.OK_REFERER_REQUIRED;
import static io.broadsheet.v1.ImageVerdict.OK_TYPE_MISMATCH;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.enrich.image.ImageId;
import io.broadsheet.enrich.image.verdict.Outcomes;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.web.fetch.EgressPolicy;
import io.broadsheet.web.fetch.FetchLimits;
import io.broadsheet.web.fetch.SafeFetcher;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLContext;

/** Each verdict of one check by its name, from servers that earn it. */
class VerdictsIT {

    private static final String ARTICLE = "https://news.example/2026/ferry.html";
    private static final Duration CHECK_MAX = Duration.ofSeconds(8);
    private static final byte[] PICTURE = Pictures.png(400, 300);

    @TempDir private static Path directory;
    private static ScriptedOrigin plain;
    private static ScriptedOrigin secure;
    private static ServerSocket deaf;
    private static SafeFetcher fetcher;

    @BeforeAll
    static void open() throws Exception {
        SSLContext trust = TestAuthority.of(directory, "cdn.example", "hotlink.example");
        plain = ScriptedOrigin.open();
        secure = ScriptedOrigin.open(trust.getServerSocketFactory());
        deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        fetcher =
                SafeFetcher.open(
                        EgressPolicy.allowingPrivateAddresses().withProxySettingsIgnored(),
                        VerdictsIT::address,
                        trust);
        OriginScripts.play(secure, ARTICLE, PICTURE);
        plain.serving("/pixels.png", "image/png", PICTURE);
    }

    @AfterAll
    static void close() throws IOException {
        fetcher.close();
        plain.close();
        secure.close();
        deaf.close();
    }

    private static List<InetAddress> address(String host) throws UnknownHostException {
        return switch (host) {
            case "nowhere.example" -> throw new UnknownHostException(host);
            case "metadata.example" -> List.of(InetAddress.getByName("169.254.169.254"));
            default -> List.of(InetAddress.getLoopbackAddress());
        };
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = ' ',
            value = {
                "MALFORMED_URL https://",
                "MALFORMED_URL https://exa[mple/a.png",
                "INLINE_DATA data:image/gif;base64,R0lGODlhAQABAAAAACw=",
                "UNSUPPORTED_SCHEME ftp://cdn.example/a.png",
                "UNSUPPORTED_SCHEME blob:https://cdn.example/1",
                "EXCLUDED https://user@cdn.example/a.png",
                "EXCLUDED $/downgrade",
                "BLOCKED_ADDRESS http://169.254.169.254/latest",
                "BLOCKED_ADDRESS https://metadata.example/latest",
                "BLOCKED_ADDRESS $/inside",
                "DNS_FAILURE https://nowhere.example/a.png",
                "CONNECTION_FAILED http://127.0.0.1:1/a.png",
                "CONNECTION_FAILED $/slam",
                "TLS_FAILURE @/ok.png",
                "TIMEOUT $/hang",
                "TIMEOUT $/drip",
                "TIMEOUT $/slow-head",
                "CONNECTION_FAILED $/huge-head",
                "CONNECTION_FAILED $/garbage",
                "CONNECTION_FAILED $/negative.png",
                "NOT_AN_IMAGE $/bomb.png",
                "TRUNCATED $/long.png",
                "OK $/packed.png",
                "TOO_MANY_REDIRECTS $/loop",
                "TOO_MANY_REDIRECTS $/hops/0",
                "RATE_LIMITED $/429",
                "RATE_LIMITED $/busy",
                "CHALLENGED $/bots",
                "CHALLENGED $/bot-page",
                "AUTH_REQUIRED $/401",
                "FORBIDDEN $/403",
                "NOT_FOUND $/404",
                "GONE $/410",
                "CLIENT_ERROR $/418",
                "SERVER_ERROR $/500",
                "SERVER_ERROR $/503",
                "UNKNOWN_STATUS $/999",
                "EMPTY_BODY $/empty.png",
                "TRUNCATED $/short.png",
                "TRUNCATED $/cut.png",
                "TOO_LARGE_BYTES $/endless.png",
                "NOT_AN_IMAGE $/page.png",
                "UNSUPPORTED_FORMAT $/photo.tiff",
                "CORRUPT $/broken.png",
                "TOO_LARGE_PIXELS $/huge.png",
                "TRACKING_PIXEL $/dot.png",
                "TRACKING_PIXEL $/clear.png",
                "TOO_SMALL $/small.png",
                "OK_INSECURE !/pixels.png",
                "OK_REFERER_REQUIRED $/only-articles.png",
                "OK_REFERER_REQUIRED $/only-own.png",
                "OK_NO_REFERRER_ONLY $/no-strangers.png",
                "OK_NO_REFERRER_ONLY $/other-for-strangers.png",
                "OK_TYPE_MISMATCH $/octets.png",
                "OK_TYPE_MISMATCH $/no-extension",
                "OK_TYPE_MISMATCH $/wrong.jpg",
                "OK $/ok.png",
                "OK $/ok.jpg",
                "OK $/moved.png"
            })
    void eachVerdictIsEarned(ImageVerdict expected, String url) {
        long start = System.nanoTime();

        ImageCheck check = check(url).check();

        assertThat(check.getVerdict()).as(check.toString()).isEqualTo(expected);
        assertThat(check.getOutcome()).isEqualTo(Outcomes.of(expected));
        assertThat(check.getExpiresAt()).isAfter(check.getCheckedAt());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(CHECK_MAX);
    }

    @Test
    void whatIsRightAboutAPictureStandsInItsFields() {
        ImageCheck check = check("$/moved.png").check();

        assertThat(check.getWidth()).isEqualTo(400);
        assertThat(check.getHeight()).isEqualTo(300);
        assertThat(check.getEncodingFormat()).isEqualTo("image/png");
        assertThat(check.getDeclaredType()).isEqualTo("image/png");
        assertThat(check.getUrlExtension()).isEqualTo("png");
        assertThat(check.getContentSize()).isEqualTo(PICTURE.length);
        assertThat(check.getContentDigest()).startsWith("sha256:");
        assertThat(check.getPermanentRedirect()).isTrue();
        assertThat(check.getFinalUrl()).isEqualTo(absolute("$/ok.png"));
        assertThat(check.getConclusive()).isTrue();
        assertThat(check.getAttempts()).extracting(it -> it.getHttpStatus()).startsWith(301, 200);
    }

    @Test
    void theUrlAsWrittenIsAskedForBeforeItsRepair() {
        secure.serving("/20220313/093948566.png", "image/png", PICTURE);

        ImageCheck check = check("$/20220313/093948566png").check();

        assertThat(check.getVerdict()).isEqualTo(NOT_FOUND);
        assertThat(check.getUrl()).endsWith("566png");
        assertThat(check.getSuggestion().getUrl()).endsWith("566.png");
        assertThat(check.getSuggestion().getRule()).isEqualTo("missing-extension-dot");
        assertThat(check.getSuggestion().getVerdict()).isEqualTo(OK);
    }

    @Test
    void anObjectThatExistsUnderTheOddNameNeedsNoRepair() {
        secure.serving("/20220313/1png", "application/octet-stream", PICTURE);
        secure.serving("/20220313/1.png", "image/png", PICTURE);

        ImageCheck check = check("$/20220313/1png").check();

        assertThat(check.getVerdict()).isEqualTo(OK_TYPE_MISMATCH);
        assertThat(check.getSuggestion()).isNull();
        assertThat(secure.asked("/20220313/1.png")).isZero();
    }

    @Test
    void aRepairThatLeadsNowhereIsNoSuggestion() {
        assertThat(check("$/not/there-300x200.png").check().getSuggestion()).isNull();
    }

    @Test
    void aHostThatIsKnownIsNotAskedTheSameQuestionsAgain() {
        Checked first = check("$/only-articles.png");
        long before = secure.asked("/only-articles.png");

        Checked second = check("$/only-articles.png", first.lore());

        assertThat(second.check().getVerdict()).isEqualTo(OK_REFERER_REQUIRED);
        assertThat(secure.asked("/only-articles.png") - before).isOne();
    }

    @Test
    void whoAsksToBeLeftAloneIsUnderstood() {
        assertThat(check("$/busy").retryAfter()).contains(Duration.ofMinutes(2));
        assertThat(check("$/429").retryAfter()).isEmpty();
        assertThat(check("$/404").retryAfter()).isEmpty();
    }

    @Test
    void aRelativeUrlIsReadAgainstItsArticle() {
        CheckTarget target =
                new CheckTarget("id", "ok.png", Optional.of(absolute("$/2026/../page.html")));

        assertThat(checker().check(target, fetcher::fetch, HostLore.NONE).check().getVerdict())
                .isEqualTo(OK);
    }

    /** {@code $} the secure origin, {@code !} the plain one, {@code @} it by another name. */
    private static String absolute(String url) {
        return switch (url.charAt(0)) {
            case '$' -> "https://cdn.example:" + secure.port() + url.substring(1);
            case '!' -> plain.url(url.substring(1));
            case '@' ->
                    "https://not-in-the-certificate.example:" + secure.port() + url.substring(1);
            default -> url;
        };
    }

    private static Checked check(String url) {
        return check(url, HostLore.NONE);
    }

    private static Checked check(String url, HostLore lore) {
        String absolute = absolute(url);
        var target = new CheckTarget(ImageId.of(absolute), absolute, Optional.of(ARTICLE));
        return checker().check(target, fetcher::fetch, lore);
    }

    private static ImageChecker checker() {
        var limits =
                new FetchLimits(
                        300_000, 256 * 1024, 5, Duration.ofSeconds(2), Duration.ofSeconds(3));
        return new ImageChecker(
                CheckRules.defaults().withFetch(limits), InstantSource.system(), "test");
    }
}
