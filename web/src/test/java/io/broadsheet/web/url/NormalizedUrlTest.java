package io.broadsheet.web.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** What one URL is, however it was written. */
class NormalizedUrlTest {

    @Test
    void anImageUrlWithoutADotStaysAsItIs() throws Exception {
        String url = "https://i.guancha.cn/news/2022/03/13/20220313093948566png";

        String normal = resource(url);

        assertThat(normal).isEqualTo(url);
        byte[] digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(("v1\n" + normal).getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(digest, 0, 16))
                .isEqualTo("abadc50a32585d82a103b58ccefc255a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP://Example.COM:80 | http://example.com/",
                "https://example.com:443/a | https://example.com/a",
                "https://example.com:8443/a | https://example.com:8443/a",
                "http://example.com:00080/a | http://example.com/a",
                "http://example.com:008443/a | http://example.com:8443/a",
                "http://example.com./ | http://example.com/",
                "http://example.com/#top | http://example.com/",
                "http://example.com? | http://example.com/",
                "http:\\\\example.com\\a\\b | http://example.com/a/b",
                "http://example.com/a b | http://example.com/a%20b",
                "http://example.com/\u00fc?q=\u00fc | http://example.com/%C3%BC?q=%C3%BC",
                "http://example.com/%7Ea/%zz/100% | http://example.com/%7Ea/%zz/100%",
                "http://example.com/a/../b/./c | http://example.com/b/c",
                "http://b\u00fccher.example/ | http://xn--bcher-kva.example/",
                "http://fa\u00df.example/ | http://xn--fa-hia.example/",
                "http://example\u3002com/ | http://example.com/",
                "http://127.1/ | http://127.0.0.1/",
                "http://[2001:DB8:0::1]/ | http://[2001:db8::1]/",
                "http:///example.com/x | http://example.com/x",
                "http://example.com/a?b=2&utm_source=x&a=1 | "
                        + "http://example.com/a?b=2&utm_source=x&a=1",
            })
    void aResourceIsWrittenInOneWay(String written, String expected) {
        assertThat(resource(written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://a.example/?b=2&a=1 | http://a.example/?a=1&b=2",
                "http://a.example/?a=2&b&a=1 | http://a.example/?a=2&a=1&b",
                "http://a.example/?utm_source=x&UTM_Medium=y | http://a.example/",
                "http://a.example/?id=7&fbclid=x&gclid=y&mc_cid=z | http://a.example/?id=7",
                "http://a.example/?&&a=1&#x | http://a.example/?a=1",
                "http://a.example/?utmost=1 | http://a.example/?utmost=1",
            })
    void aLinkKeepsOnlyWhatDecidesThePage(String written, String expected) {
        assertThat(NormalizedUrl.ofLink(written).map(NormalizedUrl::value)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "//example.com/a",
                "/a",
                "example.com/a",
                "mailto:a@example.com",
                "data:image/png;base64,AA==",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "http://",
                "http:",
                "http://a..b/",
                "http://exa mple.com/",
                "http://ex%2Fample.com/",
                "http://example.com:65536/",
                "http://example.com:x/",
                "http://1.2.3.4.5/",
                "http://256.1.1.1/",
                "http://[::g]/",
                "http://[fe80::1%25eth0]/",
            })
    void whatIsNoAbsoluteWebUrlHasNoForm(String written) {
        assertThat(NormalizedUrl.ofResource(written)).isEmpty();
        assertThat(NormalizedUrl.ofLink(written)).isEmpty();
    }

    @Test
    void invisibleCharactersAroundItDoNotCount() {
        assertThat(resource("\uFEFF\u3000\t http://a.example/x\u00a0\u200b\r\n"))
                .isEqualTo("http://a.example/x");
    }

    @Test
    void aTextTooLongIsNoUrl() {
        assertThat(NormalizedUrl.ofLink("http://a.example/" + "x".repeat(WebUrl.CHARS_MAX)))
                .isEmpty();
        assertThat(NormalizedUrl.ofLink("http://a.example/" + "\u4e2d".repeat(6_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "img/x.png | http://a.example/news/img/x.png",
                "/x.png | http://a.example/x.png",
                "../x.png | http://a.example/x.png",
                "//b.example/x.png | http://b.example/x.png",
                "\\\\b.example\\x.png | http://b.example/x.png",
                "////b.example/x.png | http://b.example/x.png",
                "?p=2 | http://a.example/news/1.html?p=2",
                "#top | http://a.example/news/1.html?q=1#top",
                "'' | http://a.example/news/1.html?q=1",
                "10:30.html | http://a.example/news/10:30.html",
                "https://c.example/ | https://c.example/",
                "http:x.png | http://a.example/news/x.png",
                "http:/x.png | http://a.example/x.png",
                "http: | http://a.example/news/1.html?q=1",
                "http:\\\\b.example\\x.png | http://b.example/x.png",
                "https:c.example/x | https://c.example/x",
            })
    void aReferenceMeansAPlaceSeenFromItsPage(String reference, String expected) {
        assertThat(NormalizedUrl.resolve("http://a.example/news/1.html?q=1#here", reference))
                .contains(expected);
    }

    @Test
    void anAbsoluteReferenceNeedsNoUsableBase() {
        assertThat(NormalizedUrl.resolve("nonsense", "http://a.example/")).isPresent();
        assertThat(NormalizedUrl.resolve("nonsense", "a.png")).isEmpty();
        assertThat(NormalizedUrl.resolve("http://a.example/", "mailto:x@a.example")).isEmpty();
    }

    @Test
    void normalizingTwiceIsNormalizingOnceWhateverTheText() {
        long seed = 20_260_101L;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = anyText(random);
            assertStable(NormalizedUrl.ofLink(text), NormalizedUrl::ofLink, text, seed);
            assertStable(NormalizedUrl.ofResource(text), NormalizedUrl::ofResource, text, seed);
            RegistrableHost.of(text);
        }
    }

    private static void assertStable(
            Optional<NormalizedUrl> once,
            Function<String, Optional<NormalizedUrl>> again,
            String text,
            long seed) {
        assertThat(once.map(NormalizedUrl::value).flatMap(again))
                .as("seed %d, text %s", seed, text)
                .isEqualTo(once);
    }

    private static String anyText(Random random) {
        String alphabet =
                "htps:\\/?#[]@;%2e00. \t\n\u00fc\u0416\u4e2d\ud800\udc00\u00ad1x-&=+'\"<>";
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "http://a.b" : "");
        int length = random.nextInt(30);
        for (int i = 0; i < length; i++) {
            text.append(
                    random.nextInt(20) == 0
                            ? (char) random.nextInt(0x10000)
                            : alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static String resource(String written) {
        return NormalizedUrl.ofResource(written).orElseThrow().value();
    }
}
