package io.broadsheet.web.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which picture an element means, out of all that pages write. */
class PictureSourceTest {

    private static final String DOT = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "src=a.jpg | a.jpg",
                "src=' a.jpg ' | a.jpg",
                "src=a.jpg data-src=b.jpg | a.jpg",
                "data-src=b.jpg | b.jpg",
                "src=DOT data-src=b.jpg | b.jpg",
                "src=DOT data-original=b.jpg | b.jpg",
                "src=DOT data-lazy-src=b.jpg | b.jpg",
                "src=DOT data-actualsrc=b.jpg | b.jpg",
                "src=/img/blank.gif data-src=b.jpg | b.jpg",
                "src=/spacer.gif?v=2 data-src=b.jpg | b.jpg",
                "src=/x/placeholder-800x600.png data-src=b.jpg | b.jpg",
                "src=/x/lazy_placeholder.gif data-src=b.jpg | b.jpg",
                "src=/loading.svg data-original=b.jpg | b.jpg",
                "src=about:blank data-src=b.jpg | b.jpg",
                "src='#' data-src=b.jpg | b.jpg",
                "src=DOT data-src=DOT data-original=b.jpg | b.jpg",
                "src=DOT data-src='{{image.url}}' data-lazy-src=b.jpg | b.jpg",
                "src=DOT data-src=undefined data-original=b.jpg | b.jpg",
                "src=/blank-verse.jpg data-src=b.jpg | /blank-verse.jpg",
                "src=/img/blank.gif | /img/blank.gif",
                "src=DOT | DOT",
                "src=DOT data-srcset='s.jpg 400w, l.jpg 800w' | l.jpg",
                "src=DOT data-lazy-srcset='s.jpg 1x, l.jpg 2x' | l.jpg",
            })
    void theElementMeans(String attributes, String url) {
        assertThat(meant("<img " + attributes + ">")).isEqualTo(url.replace("DOT", DOT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s.jpg 400w, l.jpg 1200w, m.jpg 800w | l.jpg",
                "s.jpg 1x, l.jpg 3x, m.jpg 1.5x | l.jpg",
                "s.jpg, l.jpg 2x | l.jpg",
                "'  s.jpg   400w  ,\tl.jpg\n800w ' | l.jpg",
                "l.jpg 800w 600h, s.jpg 400w | l.jpg",
                // Broken descriptors: the candidate is left out, the others stay.
                "x.jpg wide, s.jpg 400w | s.jpg",
                "x.jpg -1w, x.jpg 0w, x.jpg 1.5w, s.jpg 400w | s.jpg",
                "x.jpg 400w 2x, s.jpg 300w | s.jpg",
                "x.jpg NaNx, s.jpg 2x | s.jpg",
                "x.jpg 99999999w, s.jpg 300w | s.jpg",
                // Commas that belong to URLs, and those that do not.
                "/w_300,h_200/a.jpg 300w, /w_600,h_400/a.jpg 600w | /w_600,h_400/a.jpg",
                ",,s.jpg 300w,,l.jpg 600w,, | l.jpg",
                "data:image/gif;base64,R0lG 900w, s.jpg 300w | s.jpg",
                "blank.gif 900w, s.jpg 300w | s.jpg",
                // Nothing says that these are more than src.
                "a.jpg, b.jpg | src.jpg",
                "a.jpg 1x | src.jpg",
                "a.jpg 0.5x | src.jpg",
                "a.jpg,b.jpg | src.jpg",
                ", , | src.jpg",
                "x.jpg wide | src.jpg",
            })
    void theLargestThatIsUsableIsTaken(String set, String url) {
        assertThat(meant("<img src=src.jpg srcset='" + set + "'>")).isEqualTo(url);
    }

    @Test
    void aSetWithoutSizesIsTakenWhereThereIsNothingElse() {
        assertThat(meant("<img srcset='a.jpg, b.jpg 1x'>")).isEqualTo("a.jpg");
        assertThat(meant("<img srcset='a.jpg'>")).isEqualTo("a.jpg");
        assertThat(meant("<img src=" + DOT + " srcset='a.jpg 1x'>")).isEqualTo("a.jpg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<source srcset='s.webp 800w, l.webp 1600w' type=image/webp> | l.webp",
                "<source srcset='l.heic 1600w' type=image/heic> | src.jpg",
                "<source srcset='l.jxl 1600w' type='image/jxl; q=1'><source srcset='l.avif 2x'"
                        + " type=IMAGE/AVIF> | l.avif",
                "<source srcset='p.jpg 2000w' media=print> | src.jpg",
                "<source srcset='small.jpg 600w' media='(max-width: 600px)'>"
                        + "<source srcset='l.jpg 1600w'> | l.jpg",
                "<source srcset='m.jpg 1600w' media='(min-width: 600px)'> | m.jpg",
                "<source srcset='a.webp' type=image/webp> | src.jpg",
                "<source> | src.jpg",
            })
    void aPictureElementOffersSourcesByTypeAndMedia(String sources, String url) {
        assertThat(meant("<picture>" + sources + "<img src=src.jpg></picture>")).isEqualTo(url);
    }

    @Test
    void aPictureWhoseImageStandsInIsItsFirstSource() {
        assertThat(
                        meant(
                                "<picture><source srcset=a.webp type=image/webp><source"
                                        + " srcset=b.jpg><img src="
                                        + DOT
                                        + "></picture>"))
                .isEqualTo("a.webp");
    }

    @Test
    void whereItStoodIsTold() {
        assertThat(source("<img data-src=a.jpg>").field()).isEqualTo("img.data-src");
        assertThat(source("<picture><source srcset='a 2x'><img src=b></picture>").field())
                .isEqualTo("source.srcset");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<img src=DOT><noscript><img src=a.jpg></noscript> | a.jpg",
                "<noscript><img src=a.jpg></noscript><img src=blank.gif class=lazy> | a.jpg",
                "<p><a><img src=DOT></a><noscript><img srcset='s 1x, a.jpg 2x'></noscript> | a.jpg",
                "<img src=DOT data-src=b.jpg><noscript><img src=a.jpg></noscript> | b.jpg",
                "<img src=b.jpg><noscript><img src=a.jpg></noscript> | b.jpg a.jpg",
                "<div>text</div><noscript><img src=a.jpg><img src=c.jpg></noscript> | a.jpg c.jpg",
                "<img src=b.jpg><noscript><img height=1 width=1 src=t></noscript> | b.jpg",
                "<img src=b.jpg><noscript><img style='display: none' src=t></noscript> | b.jpg",
                "<noscript>Please switch it on</noscript><img src=b.jpg> | b.jpg",
            })
    void whatReadersWithoutScriptsSeeIsSeen(String html, String urls) {
        Element body = Jsoup.parseBodyFragment(html.replace("DOT", DOT)).body();
        NoscriptPictures.unfold(body);

        assertThat(
                        body.select("img").stream()
                                .filter(img -> img.closest("noscript") == null)
                                .map(img -> PictureSource.of(img).orElseThrow().url()))
                .containsExactly(urls.split(" ", -1));
    }

    private static String meant(String html) {
        return source(html).url();
    }

    private static PictureSource source(String html) {
        Element img = Jsoup.parseBodyFragment(html.replace("DOT", DOT)).body().selectFirst("img");
        return PictureSource.of(java.util.Objects.requireNonNull(img)).orElseThrow();
    }
}
