package io.broadsheet.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RawImage;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** No bytes make the reader throw, and whatever it reads keeps every limit. */
class AnyBytesPropertyTest {

    private static final int ROUNDS = 3_000;
    private static final List<String> PIECES =
            List.of(
                    "---\n",
                    "---",
                    "\n",
                    "title: ",
                    "'",
                    "\"",
                    "- ",
                    "[",
                    "]",
                    "{",
                    "}",
                    ": ",
                    "&a ",
                    "*a",
                    "!!x ",
                    "|\n",
                    ">\n",
                    "\t",
                    "#",
                    "<img src=",
                    "<p>",
                    "![](",
                    "&#123;",
                    "%",
                    "@",
                    "`",
                    "\0",
                    "\u0085",
                    "\uFFFE",
                    "长",
                    "?",
                    "<<: ",
                    "date: ",
                    "categories: ",
                    "<!doctype html>",
                    "<meta charset=",
                    "...\n");

    @Test
    void bytesAtRandom() {
        long seed = 20260102L;
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            check(bytes, seed, i);
        }
    }

    @Test
    void piecesOfSyntaxAtRandom() {
        long seed = 20260103L;
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder("---\n");
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            check(text.append("\n---\nb").toString().getBytes(StandardCharsets.UTF_8), seed, i);
        }
    }

    @Test
    void goldenDocumentsWithBytesChanged() throws IOException {
        long seed = 20260104L;
        Random random = new Random(seed);
        List<byte[]> documents = new ArrayList<>();
        for (Path golden : GoldenTest.cases()) {
            documents.add(Files.readAllBytes(golden));
        }
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = documents.get(random.nextInt(documents.size())).clone();
            for (int n = random.nextInt(8); n > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            check(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)), seed, i);
        }
    }

    private static void check(byte[] bytes, long seed, int round) {
        switch (Readers.read(bytes)) {
            case Reading.Buried(var letter) -> {
                assertThat(letter.getMessage())
                        .as("seed %d round %d", seed, round)
                        .hasSizeLessThanOrEqualTo(1024);
                assertThat(letter.getCode())
                        .as("seed %d round %d", seed, round)
                        .isNotEqualTo("DEFECT");
            }
            case Reading.Places(var sitemap, _) ->
                    assertThat(sitemap.places()).hasSizeLessThanOrEqualTo(50_000);
            case Reading.Articles(var articles, _, _) ->
                    articles.forEach(a -> withinLimits(a, seed, round));
        }
    }

    private static void withinLimits(RawArticle article, long seed, int round) {
        assertThat(article.getArticleId())
                .as("seed %d round %d", seed, round)
                .matches("[0-9a-f]{32}");
        assertThat(article.getExtensions()).hasSizeLessThanOrEqualTo(200);
        assertThat(article.getCategories()).hasSizeLessThanOrEqualTo(100);
        for (RawImage image : article.getImages()) {
            assertThat(image.getUrl()).hasSizeLessThanOrEqualTo(2_048);
        }
        if (article.getContent() != null && article.getContent().getValue() != null) {
            assertThat(article.getContent().getValue().chars())
                    .noneMatch(c -> c < ' ' && c != '\n' && c != '\t');
        }
    }
}
