package io.broadsheet.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawArticle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Documents made to hurt: each gets its code, and costs no more than its limit. */
class HostileDocumentsTest {

    private static final Duration COST_MAX = Duration.ofSeconds(5);

    private static final Map<String, String> FRONT_MATTER =
            Map.of(
                    "alias bomb", aliasBomb("a%d: &a%d [%s]\n"),
                    "merge bomb", aliasBomb("a%d: &a%d {<<: [%s]}\n"),
                    "alias of itself", "categories: &a [*a]\n",
                    "deep flow", "categories: " + "[".repeat(100_000) + "\n",
                    "deep block", deepBlock(400),
                    "many anchors", manyAnchors(2_000),
                    "long scalar", "title: '" + "长".repeat(300_000) + "'\n",
                    "object", "title: !!javax.script.ScriptEngineManager [x]\n",
                    "many broken keys", "a: b: c\nk: 'x\n".repeat(2_000));

    @ParameterizedTest
    @CsvSource({
        "alias bomb, YAML_LIMIT",
        "merge bomb, YAML_LIMIT",
        "alias of itself, YAML_LIMIT",
        "deep flow, YAML_LIMIT",
        "deep block, YAML_LIMIT",
        "many anchors, YAML_LIMIT",
        "long scalar, YAML_LIMIT",
        "object, YAML_LIMIT",
        "many broken keys, YAML_LIMIT"
    })
    void hostileFrontMatterIsRefusedAtItsLimit(String what, String code) {
        String document = "---\ntitle: 'x'\n" + FRONT_MATTER.get(what) + "---\nbody\n";

        Reading reading = assertTimeoutPreemptively(COST_MAX, () -> read(document));

        assertThat(reading).isInstanceOf(Reading.Buried.class);
        assertThat(((Reading.Buried) reading).letter().getCode()).isEqualTo(code);
    }

    @Test
    void aTitleOverItsLimitIsCutAndFlagged() {
        RawArticle article = article("---\ntitle: '" + "长".repeat(3_000) + "'\n---\nbody\n");

        assertThat(article.getTitle()).hasSize(2_000);
        assertThat(article.getQuality())
                .extracting(QualityFlag::getCode, QualityFlag::getDetail)
                .containsExactly(tuple("TITLE_CUT", "3000"));
    }

    @Test
    void aGuidOverItsLimitBuriesTheDocument() {
        String document = "---\ntitle: x\nguid: " + "g".repeat(3_000) + "\n---\nbody\n";

        assertThat(letterCode(document)).isEqualTo("FIELD_TOO_LONG");
    }

    @Test
    void anImageOverItsLimitIsDroppedAndTheArticleStays() {
        RawArticle article =
                article("---\ntitle: x\n---\n<p><img src='data:" + "A".repeat(9_000) + "'></p>\n");

        assertThat(article.getImages()).isEmpty();
        assertThat(article.getQuality())
                .extracting(QualityFlag::getCode)
                .containsExactly("IMAGES_DROPPED");
    }

    @Test
    void deepMarkupIsReadWithinItsLimit() {
        String html = "<div>".repeat(200_000) + "<img src='a.png'>" + "</div>";
        String markdown = ">".repeat(50_000) + "![](a.png)" + "*[".repeat(50_000);

        assertTimeoutPreemptively(
                COST_MAX,
                () -> {
                    assertThat(article("---\ntitle: x\n---\n" + html).getTitle()).isEqualTo("x");
                    assertThat(article("---\ntitle: x\n---\n" + markdown).getTitle())
                            .isEqualTo("x");
                });
    }

    @Test
    void binaryFilesAndArchivesAreOfNoFormat() throws Exception {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(new byte[1024]);
        }
        assertThat(letterCode(zipped.toByteArray())).isEqualTo("ARCHIVE_FORBIDDEN");
        assertThat(letterCode("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("FORMAT_UNSUPPORTED");
        assertThat(letterCode(new byte[] {1, 2, 3, 4, 'a', 0, 5, 6, 'b'}))
                .isEqualTo("FORMAT_UNSUPPORTED");
        assertThat(letterCode("<?xml version='1.0'?><opml/>")).isEqualTo("FORMAT_UNSUPPORTED");
        assertThat(letterCode(" \n\t ")).isEqualTo("DOCUMENT_EMPTY");
    }

    @Test
    void theLetterKeepsTheBytesUntouched() {
        byte[] bytes = "---\ntitle: 'x'\n\0".getBytes(StandardCharsets.UTF_8);

        Reading.Buried buried = (Reading.Buried) Readers.read(bytes);

        assertThat(buried.letter().getOriginalValue().array()).isEqualTo(bytes);
    }

    private static Reading read(String document) {
        return Readers.read(document.getBytes(StandardCharsets.UTF_8));
    }

    private static RawArticle article(String document) {
        return ((Reading.Articles) read(document)).articles().getFirst();
    }

    private static String letterCode(String document) {
        return letterCode(document.getBytes(StandardCharsets.UTF_8));
    }

    private static String letterCode(byte[] document) {
        return ((Reading.Buried) Readers.read(document)).letter().getCode();
    }

    private static String aliasBomb(String form) {
        StringBuilder yaml = new StringBuilder("a0: &a0 {x: x}\n");
        for (int i = 1; i < 10; i++) {
            String before = "*a" + (i - 1);
            String nine = String.join(",", Collections.nCopies(9, before));
            yaml.append(form.formatted(i, i, nine));
        }
        return yaml.toString();
    }

    private static String deepBlock(int depth) {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            yaml.append(" ".repeat(i)).append("a:\n");
        }
        return yaml.toString();
    }

    private static String manyAnchors(int count) {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < count; i++) {
            yaml.append("k%d: &k%d v\n".formatted(i, i));
        }
        return yaml.toString();
    }
}
