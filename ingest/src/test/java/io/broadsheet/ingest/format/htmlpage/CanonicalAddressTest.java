package io.broadsheet.ingest.format.htmlpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.QualityFlag;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

/** Which declared address may name a page. */
class CanonicalAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org/news/storm, https://example.org/news/storm",
        "https://amp.example.org/storm?a=1, https://amp.example.org/storm?a=1",
        "/news/storm.html, https://www.example.org/news/storm.html",
        "www.example.org/news/storm.html, https://www.example.org/news/storm.html"
    })
    void oneOfTheSameSiteIsTaken(String declared, String taken) {
        var canonical = CanonicalAddress.of(Map.of("html:canonical", declared), HtmlPages.ADDRESS);

        assertThat(canonical.taken()).contains(taken);
        assertThat(canonical.refused()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.example.com/news/storm, html:canonical names another site",
        "https://www.example.org/, html:canonical names the home page",
        "#, html:canonical is no address",
        "javascript:void(0), html:canonical is no address"
    })
    void oneThatCannotBeTrueIsRefusedAndTold(String declared, String why) {
        Draft draft = HtmlPages.withHead("<link rel='canonical' href='%s'>".formatted(declared));

        assertThat(draft.canonicalUrl()).isEmpty();
        assertThat(draft.article().getLink()).isEqualTo(HtmlPages.ADDRESS);
        assertThat(draft.extensions()).containsEntry("html:canonical", declared);
        assertThat(draft.flags())
                .extracting(QualityFlag::getCode, QualityFlag::getDetail)
                .containsExactly(tuple("CANONICAL_REFUSED", why));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/news/, https://example.org/news/2024/a-storm-at-sea, false",
        "https://example.org/news, https://example.org/news/123456, false",
        "https://example.org/news/, https://www.example.org/news/storm.html, false",
        "https://example.org/a-storm-at-sea, https://example.org/a-storm-at-sea/amp, true",
        "https://example.org/2024/123456, https://example.org/2024/123456/the-storm-at-sea, true",
        "https://example.org/news, https://example.org/news/storm, true",
        "https://example.org/a?id=7, https://example.org/a/123456, true",
    })
    void noSectionStandsForItsArticle(String declared, String page, boolean taken) {
        var canonical = CanonicalAddress.of(Map.of("html:canonical", declared), page);

        assertThat(canonical.taken().isPresent()).isEqualTo(taken);
        assertThat(canonical.refused().isPresent()).isNotEqualTo(taken);
    }

    @Test
    void aCopyInAnAmpCacheIsOfTheSiteThatIsInItsAddress() {
        String copy = "https://example-org.cdn.ampproject.org/c/s/example.org/storm/amp";
        var canonical =
                CanonicalAddress.of(Map.of("html:canonical", "https://example.org/storm"), copy);

        assertThat(canonical.taken()).contains("https://example.org/storm");
    }

    @Test
    void theNextOneIsTakenBehindARefusedOne() {
        Draft draft =
                HtmlPages.withHead(
                        "<link rel='canonical' href='https://www.example.com/storm'>"
                                + "<meta property='og:url' content='https://example.org/s'>");

        assertThat(draft.canonicalUrl()).contains("https://example.org/s");
    }

    @Test
    void aPageFromNowhereIsTakenAtItsWord() {
        var canonical =
                CanonicalAddress.of(Map.of("html:canonical", "https://www.example.com/storm"), "");

        assertThat(canonical.taken()).contains("https://www.example.com/storm");
    }
}
