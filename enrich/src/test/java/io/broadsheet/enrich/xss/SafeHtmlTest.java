package io.broadsheet.enrich.xss;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.schemas.ContractClasses;

import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What holds of the HTML of every vector, however it came in. */
class SafeHtmlTest {

    private static final int GROWTH_CHARS_MAX = 128 * 1024;
    private static final List<Vector> VECTORS = Vectors.all();
    private static final List<String> NAMES =
            List.of(
                    ("a p div b i em h1 h2 li ul ol dl dt dd table tr td th tbody thead caption col"
                                    + " colgroup pre span font section article center marquee form"
                                    + " ruby rt rp svg math mtext mglyph desc foreignObject style"
                                    + " title select option button object template noscript details"
                                    + " summary figure figcaption blockquote nobr code x-y hr br"
                                    + " address textarea script audio video iframe plaintext"
                                    + " frameset listing xmp menu nav image input s q html body")
                            .split(" "));
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "",
                    "x",
                    " ",
                    "\n",
                    "\n\ny",
                    "&lt;",
                    "&amp;lt;",
                    "&nbsp;",
                    "<!--",
                    "-->",
                    "\"");

    @BeforeAll
    static void trustTheContract() {
        ContractClasses.trust();
    }

    @Test
    void thereAreManyVectorsAndNoneTwice() {
        assertThat(VECTORS).hasSizeGreaterThanOrEqualTo(300);
        assertThat(VECTORS)
                .extracting(v -> v.html().replace(Integer.toString(v.number()), "n"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsAllowedIsLeft(Carrier carrier) {
        var all = new SoftAssertions();
        for (Vector vector : VECTORS) {
            String html = carrier.shown(vector);
            all.assertThat(AllowList.offences(html)).as("%s\ngives %s", vector, html).isEmpty();
        }
        all.assertAll();
    }

    @ParameterizedTest
    @EnumSource
    void theTextAroundItStays(Carrier carrier) {
        var all = new SoftAssertions();
        for (Vector vector : VECTORS) {
            String text = Jsoup.parse(carrier.shown(vector)).text();
            all.assertThat(text).as("%s", vector).contains(vector.before());
            if (!vector.swallows()) {
                all.assertThat(text).as("%s", vector).contains(vector.after());
            }
        }
        all.assertAll();
    }

    @ParameterizedTest
    @EnumSource
    void aParserReadsItAsItWasMeantAndToCleanItAgainChangesNothing(Carrier carrier) {
        var all = new SoftAssertions();
        for (Vector vector : VECTORS) {
            String html = carrier.shown(vector);
            all.assertThat(reread(html)).as("%s\nread again", vector).isEqualTo(html);
            all.assertThat(Carrier.FRAGMENT.shown(html))
                    .as("%s\ncleaned again", vector)
                    .isEqualTo(html);
        }
        all.assertAll();
    }

    @Test
    void thisHoldsOfAnyHeapOfTags() {
        long seed = 20_260_301L;
        var random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            String heap = heap(random);
            String html = Carrier.FRAGMENT.shown(heap);
            assertThat(reread(html)).as("seed %d: %s", seed, heap).isEqualTo(html);
            assertThat(Carrier.FRAGMENT.shown(html)).as("cleaned: %s", heap).isEqualTo(html);
            assertThat(AllowList.offences(html)).as("seed %d: %s", seed, heap).isEmpty();
        }
    }

    private static String heap(Random random) {
        var heap = new StringBuilder();
        for (int i = random.nextInt(14); i >= 0; i--) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            heap.append(random.nextInt(3) == 0 ? "</" : "<").append(name).append('>');
            heap.append(TEXTS.get(random.nextInt(TEXTS.size())));
        }
        return heap.toString();
    }

    @ParameterizedTest
    @EnumSource
    void itIsNoLargerThanWhatCameInAndABit(Carrier carrier) {
        Map<Integer, Vector> longest = new TreeMap<>();
        for (Vector vector : VECTORS) {
            String many = vector.html().repeat(1 + 2_000 / vector.html().length());
            String html = carrier.shown(many);
            longest.put(html.length() - many.length(), vector);
        }
        assertThat(longest.keySet()).allMatch(grown -> grown <= GROWTH_CHARS_MAX);
    }

    private static String reread(String html) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings()
                .prettyPrint(false)
                .escapeMode(org.jsoup.nodes.Entities.EscapeMode.xhtml);
        return document.body().html();
    }
}
