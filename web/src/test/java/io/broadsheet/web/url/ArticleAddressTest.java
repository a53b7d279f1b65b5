package io.broadsheet.web.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a link says that it leads. */
class ArticleAddressTest {

    private static final String PAGE = "https://news.example/a/1.html";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.google.com/url?rct=j&sa=t&url=https://news.example/a/1.html&ct=ga",
                "https://www.google.co.uk/url?q=https%3A%2F%2Fnews.example%2Fa%2F1.html&sa=D",
                "http://news.google.com/news/url?sa=t&fd=R&url=https://news.example/a/1.html",
                "https://l.facebook.com/l.php?u=https%3A%2F%2Fnews.example%2Fa%2F1.html%3Ffbclid%3D1",
                "https://vk.com/away.php?to=https%3A%2F%2Fnews.example%2Fa%2F1.html",
                "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fnews.example%2F"
                        + "a%2F1.html&data=x",
                "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3D"
                        + "https%253A%252F%252Fnews.example%252Fa%252F1.html",
            })
    void behindARedirectorIsWhatItsAddressNames(String link) {
        ArticleAddress address = ArticleAddress.of(link).orElseThrow();

        assertThat(address.url()).isEqualTo(PAGE);
        assertThat(address.isDerived()).isTrue();
        assertThat(address.written()).isEqualTo(link);
    }

    @ParameterizedTest
    @CsvSource({
        "https://news-example.cdn.ampproject.org/c/s/news.example/a/1.html, https://news.example/a/1.html",
        "https://cdn.ampproject.org/v/news.example/a?amp=1, http://news.example/a?amp=1",
        "https://www.google.com/amp/s/news.example/a/1.html, https://news.example/a/1.html",
        "https://www.google.de/amp/news.example/a, http://news.example/a",
        "https://www.bing-amp.com/c/s/news.example/a, https://news.example/a",
    })
    void behindACopyInAnAmpCacheIsThePage(String link, String page) {
        assertThat(ArticleAddress.of(link).map(ArticleAddress::url)).contains(page);
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example/a?utm_source=rss, https://news.example/a",
        "https://news.example/a?b=2&fbclid=x&a=1#top, https://news.example/a?b=2&a=1#top",
        "https://news.example/a?id=7&xtor=RSS-1, https://news.example/a?id=7",
        "https://news.example/a#xtor=RSS-3208, https://news.example/a",
        "https://www.nytimes.com/a.html?smid=tw&x=1, https://www.nytimes.com/a.html?x=1",
        "https://www.bbc.co.uk/news/1?ocid=x&ns_mchannel=y, https://www.bbc.co.uk/news/1",
    })
    void whatSaysHowAReaderCameIsLeftOff(String link, String url) {
        assertThat(ArticleAddress.of(link).map(ArticleAddress::url)).contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.example/a?b=2&a=1",
                "https://news.example/?p=7&page=2&story=x&v=1&id=3&article=4",
                "https://news.example/a?",
                "https://news.example/a?smid=1&ocid=2&mod=3",
                "https://News.Example/%e4%b8%ad?q=%zz#a=1",
                "https://feedproxy.google.com/~r/news/~3/abc/",
                "https://google.example.org/url?q=https://other.example/",
                "https://notfacebook.com/l.php?u=https://other.example/",
                "https://www.google.com/url?q=javascript:x",
                "https://www.google.com/search?q=https://other.example/",
                "https://www.google.com/amp/about",
                "https://m.news.example/a/amp?amp=1",
            })
    void everythingElseStaysAsWritten(String link) {
        ArticleAddress address = ArticleAddress.of(" " + link + "\n").orElseThrow();

        assertThat(address.url()).isEqualTo(link);
        assertThat(address.isDerived()).isFalse();
    }

    @Test
    void detoursEnd() {
        String loop = "https://www.google.com/url?q=" + "https://www.google.com/url?q=".repeat(50);

        assertThat(ArticleAddress.of(loop + PAGE)).isPresent();
    }

    @Test
    void whatIsNoLinkHasNone() {
        assertThat(ArticleAddress.of("javascript:alert(1)")).isEmpty();
        assertThat(ArticleAddress.of("/a")).isEmpty();
    }
}
