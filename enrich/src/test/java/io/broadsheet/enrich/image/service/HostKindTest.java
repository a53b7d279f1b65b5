package io.broadsheet.enrich.image.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashSet;
import java.util.Set;

/** Any number of hosts is a few kinds. */
class HostKindTest {

    private static final int KINDS_MAX = 14;

    @ParameterizedTest
    @CsvSource({
        "https://img.example.com/a.jpg, https://www.example.com/1, own",
        "https://d1abc.cloudfront.net/a.jpg, https://www.example.com/1, cloudfront",
        "https://d1abc.cloudfront.net/a.jpg, , cloudfront",
        "https://i0.wp.com/example.org/a.jpg, https://example.org/1, wordpress",
        "https://notwp.com/a.jpg, https://example.org/1, other",
        "https://1.bp.blogspot.com/a.jpg, https://example.org/1, blogger",
        "https://pictures.example.net/a.jpg, https://example.org/1, other",
        "not a url, https://example.org/1, other"
    })
    void anImageIsOfTheKindOfItsHost(String image, String article, String kind) {
        assertThat(HostKind.of(image, article)).isEqualTo(kind);
    }

    @Test
    void manyHostsAreFewKinds() {
        Set<String> kinds = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            kinds.add(HostKind.of("https://host" + i + ".example" + i % 97 + ".org/a.jpg", null));
            kinds.add(HostKind.of("https://d" + i + ".cloudfront.net/a.jpg", null));
        }
        assertThat(kinds).hasSizeLessThanOrEqualTo(KINDS_MAX).contains(HostKind.OTHER);
    }
}
