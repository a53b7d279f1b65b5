package io.broadsheet.enrich.image.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator can keep us from asking for. */
class ExclusionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "ads.example https://ads.example/a.png true",
                "ads.example https://ADS.example:443/a.png true",
                "ads.example https://img.ads.example/ true",
                "ads.example https://bads.example/a.png false",
                "ads.example https://ads.example.org/a.png false",
                "ads.example https://other.example/ads.example/a.png false",
                "a.example,b.example https://b.example/ true",
                "i.example/pixels/ https://i.example/pixels/1.gif true",
                "i.example/pixels/ https://i.example/photos/1.jpg false",
                "i.example/pixels/ https://i.example/a/../pixels/1.gif true",
                "i.example/*/banner https://i.example/2026/01/banner-1.gif true",
                "i.example/*?ad=1 https://i.example/1.gif?ad=1 true",
                "i.example/*.gif https://i.example/1xgif false",
                "*/banner/ https://any.example/banner/1.gif true",
                "*/banner/ https://any.example/1.gif false",
                "bücher.example https://xn--bcher-kva.example/1.gif true",
                "i.example not-a-url false",
            })
    void theListSaysWhatIsNotAskedFor(String list, String url, boolean excluded) {
        assertThat(Exclusions.parse(list).orElseThrow().include(url)).isEqualTo(excluded);
    }

    @Test
    void nothingExcludesNothing() {
        assertThat(Exclusions.parse("  ")).contains(Exclusions.NONE);
        assertThat(Exclusions.NONE.include("https://i.example/")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://i.example/", "a.example, /pixels", "i.example:8080", "a b*c d"})
    void whatNamesNoHostIsNoEntry(String list) {
        assertThat(Exclusions.parse(list)).isEmpty();
    }
}
