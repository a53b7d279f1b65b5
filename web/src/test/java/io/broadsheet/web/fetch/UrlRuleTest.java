package io.broadsheet.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the text of a URL alone decides. */
class UrlRuleTest {

    private final UrlRule rule = new UrlRule(EgressPolicy.publicOnly());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | URL_MALFORMED",
                "example.com | URL_MALFORMED",
                "//example.com/ | URL_MALFORMED",
                "http:/example.com/ | URL_MALFORMED",
                "http:///example.com/ | URL_MALFORMED",
                "http:example.com | URL_MALFORMED",
                "http:\\\\example.com\\ | URL_MALFORMED",
                "http://example.com/a b | URL_MALFORMED",
                "http://example.com/\u00a0 | URL_MALFORMED",
                "http://exa\u200bmple.com/ | URL_MALFORMED",
                "http://127.0.0.1\\@example.com/ | URL_MALFORMED",
                "http://example.com:x/ | URL_MALFORMED",
                "http://example.com:65536/ | URL_MALFORMED",
                "http://example.com:80:80/ | URL_MALFORMED",
                "file:///etc/passwd | URL_SCHEME",
                "ftp://example.com/ | URL_SCHEME",
                "gopher://example.com:6379/ | URL_SCHEME",
                "javascript:alert(1) | URL_SCHEME",
                "data:image/png;base64,AA== | URL_SCHEME",
                "jar:http://example.com/a.jar!/b | URL_SCHEME",
                "mailto:a@example.com | URL_SCHEME",
                "http://user@example.com/ | URL_USERINFO",
                "http://user:pw@example.com/ | URL_USERINFO",
                "http://@example.com/ | URL_USERINFO",
                "http://example.com:80@127.0.0.1/ | URL_USERINFO",
                "http://127.0.0.1%23@example.com/ | URL_USERINFO",
                "http://:80/ | URL_BAD_HOST",
                "http://?a | URL_BAD_HOST",
                "http://127%2e0%2e0%2e1/ | URL_BAD_HOST",
                "http://exampl%65.com/ | URL_BAD_HOST",
                "http://a..b/ | URL_BAD_HOST",
                "http://${HOST}/ | URL_BAD_HOST",
                "http://2130706433/ | URL_BAD_HOST",
                "http://127.1/ | URL_BAD_HOST",
                "http://0x7f.1/ | URL_BAD_HOST",
                "http://0x7f000001/ | URL_BAD_HOST",
                "http://0177.0.0.1/ | URL_BAD_HOST",
                "http://127.0.0.01/ | URL_BAD_HOST",
                "http://192.168.257/ | URL_BAD_HOST",
                "http://1.2.3.4.5/ | URL_BAD_HOST",
                "http://\uff11\uff12\uff17.0.0.1/ | URL_BAD_HOST",
                "http://127\u30020\u30020\u30021/ | URL_BAD_HOST",
                "http://[::ffff:127.0.0.1]/ | URL_BAD_HOST",
                "http://[0:0:0:0:0:0:0:1]/ | URL_BAD_HOST",
                "http://[fe80::1%25eth0]/ | URL_BAD_HOST",
                "http://[::1]x/ | URL_BAD_HOST",
                "http://[::1/ | URL_MALFORMED",
                "http://localhost/ | URL_BLOCKED_HOST",
                "http://LOCALHOST./ | URL_BLOCKED_HOST",
                "http://app.localhost/ | URL_BLOCKED_HOST",
                "http://printer.local/ | URL_BLOCKED_HOST",
                "http://metadata.google.internal/ | URL_BLOCKED_HOST",
                "http://abc.onion/ | URL_BLOCKED_HOST",
                "http://router.home.arpa/ | URL_BLOCKED_HOST",
                "http://intranet/ | URL_BLOCKED_HOST",
                "http://example.com:0/ | URL_BLOCKED_PORT",
                "http://example.com:22/ | URL_BLOCKED_PORT",
                "http://example.com:8080/ | URL_BLOCKED_PORT",
            })
    void aUrlThatCouldBeReadInTwoWaysIsRefused(String url, RefusalCode expected) {
        assertThat(rule.vet(url))
                .isInstanceOfSatisfying(
                        UrlVetting.Stopped.class,
                        stopped -> assertThat(stopped.code()).isEqualTo(expected));
    }

    @Test
    void aUrlTooLongIsRefused() {
        assertThat(rule.vet("http://example.com/" + "x".repeat(2_048)))
                .isInstanceOfSatisfying(
                        UrlVetting.Stopped.class,
                        stopped -> assertThat(stopped.code()).isEqualTo(RefusalCode.URL_TOO_LONG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/",
                "HTTPS://EXAMPLE.COM",
                "http://example.com:80/",
                "http://example.com:/",
                "https://example.com./a?b#c",
                "http://b\u00fccher.example/\u00fc",
                "https://127.0.0.1.example.com/",
                "https://localhost.example.com/",
                "http://example.com/%2e%2e/etc/passwd",
                "http://example.com/a|b^c[d]",
                "http://8.8.8.8/",
                "http://[2606:4700:4700::1111]/",
                "http://127.0.0.1/",
            })
    void aPlainUrlPasses(String url) {
        assertThat(rule.vet(url)).isInstanceOf(UrlVetting.Passed.class);
    }

    @Test
    void aPolicyForAnOwnOriginLetsLocalNamesAndPortsPass() {
        UrlRule own = new UrlRule(EgressPolicy.allowingPrivateAddresses());

        assertThat(own.vet("http://localhost:8080/")).isInstanceOf(UrlVetting.Passed.class);
        assertThat(own.vet("http://127.1:8080/")).isInstanceOf(UrlVetting.Stopped.class);
    }
}
