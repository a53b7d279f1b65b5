package io.broadsheet.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

/** The short way to the images of a fragment finds what the parser finds in the whole of it. */
class ImageTagsPropertyTest {

    private static final long SEED = 20261104;
    private static final int ROUNDS = 4_000;

    private static final List<String> PIECES =
            List.of(
                    "<p>",
                    "</p>",
                    "<img src='a.png'>",
                    "<IMG SRC=b.png alt=\"x > y\">",
                    "<img",
                    "<b title='<img src=no.png>'>",
                    "</b>",
                    "text ",
                    "\"",
                    "'",
                    "=",
                    " > ",
                    "< ",
                    "<video poster=c.jpg>",
                    "</video>",
                    "<image src=d.png>",
                    "<a href=\"e\">",
                    "<img data-src=f.png>",
                    "<img srcset='g.png 1x, h.png 2x'/>",
                    "<br/>",
                    "<table><tr><td>",
                    "<!-- <img src=i.png> -->",
                    "<script><img src=j.png>",
                    "</script>",
                    "<im",
                    "&lt;img src=k.png&gt;",
                    "<img src=l/>",
                    "<im\u0000g src=m>");

    @Test
    void theSameImages() {
        var random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder html = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                html.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String body = html.toString();
            assertThat(InlineImages.of(body, BodyFormat.HTML))
                    .as("seed %d round %d: %s", SEED, round, body)
                    .isEqualTo(InlineImages.of(InlineImages.parse(body)));
        }
    }
}
