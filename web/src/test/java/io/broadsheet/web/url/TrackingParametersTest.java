package io.broadsheet.web.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The kept list. */
class TrackingParametersTest {

    private static final Map<String, Set<String>> LIST = TrackingParameters.bySite();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "p",
                "page",
                "article",
                "articleid",
                "story",
                "storyid",
                "v",
                "q",
                "a",
                "n",
                "s",
                "f",
                "t",
                "c",
                "d",
                "i",
                "k",
                "aid",
                "nid",
                "pid",
                "sid",
                "tid2",
                "cid",
                "cat",
                "item",
                "itemid",
                "post",
                "news",
                "newsid",
                "doc",
                "docid",
                "no",
                "num",
                "idx",
                "date",
                "year",
                "lang",
                "title",
                "slug",
                "path",
                "url",
                "file",
                "view",
                "act",
                "action",
                "mid",
                "sn",
                "__biz",
                "key",
                "code",
                "ref",
                "source",
                "from",
                "type"
            })
    void noNameThatMaySayWhichArticleIsMeantIsOnIt(String name) {
        assertThat(TrackingParameters.contains("www.news.example", name)).isFalse();
    }

    @Test
    void itIsWrittenAsItIsRead() {
        assertThat(LIST.values())
                .allSatisfy(names ->
                        assertThat(names)
                                .allMatch(name -> name.equals(name.toLowerCase(Locale.ROOT)))
                                .allMatch(name -> name.matches("[a-z0-9_]+\\*?")));
        assertThat(LIST.keySet()).allMatch(site -> site.isEmpty() || site.indexOf('.') > 0);
        assertThat(LIST.getOrDefault("", Set.of())).hasSizeGreaterThan(100);
    }

    @Test
    void namesOfASiteAreNotRepeatedAndBeginningsAreLong() {
        Set<String> everywhere = LIST.getOrDefault("", Set.of());
        Set<String> starts =
                everywhere.stream().filter(n -> n.endsWith("*")).collect(Collectors.toSet());

        assertThat(starts).allMatch(start -> start.length() > 4);
        LIST.forEach((site, names) -> {
            if (!site.isEmpty()) {
                assertThat(names).as(site).doesNotContainAnyElementsOf(everywhere);
            }
        });
    }
}
