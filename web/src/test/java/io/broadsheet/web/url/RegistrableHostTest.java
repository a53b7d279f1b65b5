package io.broadsheet.web.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which name a site is treated politely. */
class RegistrableHostTest {

    @ParameterizedTest
    @CsvSource({
        "https://i.guancha.cn/a.png,guancha.cn",
        "https://news.bbc.co.uk/,bbc.co.uk",
        "https://a.b.c.kawasaki.jp/,b.c.kawasaki.jp",
        "https://someone.github.io/,someone.github.io",
        "https://github.io/,github.io",
        "https://sub.b\u00fccher.de/,xn--bcher-kva.de",
        "http://localhost:8080/,localhost",
        "http://intranet/,intranet",
        "http://127.0.0.1:9/,127.0.0.1",
        "http://[::1]/,[::1]",
        "http://a.unknown-tld-of-ours/,a.unknown-tld-of-ours",
    })
    void aUrlBelongsToWhoRegisteredItsName(String url, String expected) {
        assertThat(RegistrableHost.of(url)).contains(expected);
    }

    @Test
    void whatIsNoUrlBelongsToNobody() {
        assertThat(RegistrableHost.of("mailto:a@b.example")).isEmpty();
    }
}
