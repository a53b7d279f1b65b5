package io.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.e2e.BroadsheetProcess.Result;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** {@code broadsheet parse} and {@code extract}: one stage alone, without a broker. */
class StagesE2E {

    @TempDir Path directory;

    @Test
    void parsePrintsWhatTheSourceSaidInTheOrderOfTheArguments() throws Exception {
        Path second = Fixtures.write(directory, "2.md", Fixtures.plainPost("Two", "Second."));
        Path first = Fixtures.write(directory, "1.md", Fixtures.plainPost("One", "First."));

        Result result = BroadsheetProcess.run("parse", second.toString(), first.toString());

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.objects())
                .extracting(article -> article.path("title").asText())
                .containsExactly("Two", "One");
        assertThat(result.objects())
                .extracting(article -> article.path("published").asText())
                .containsOnly("Sun, 13 Mar 2022 09:42:07 GMT");
    }

    @Test
    void aDirectoryIsWalkedInTheOrderOfItsNamesAndAFileThatIsNoArticleCostsNothingElse()
            throws Exception {
        Fixtures.write(directory, "c.md", Fixtures.plainPost("C", "Third."));
        Fixtures.write(directory, "b.md", "no fence\n");
        Fixtures.write(directory, "a.md", Fixtures.plainPost("A", "First."));

        Result result = BroadsheetProcess.run("parse", directory.toString(), "--json");

        assertThat(result.exitCode()).isEqualTo(1);
        List<JsonNode> lines = result.objects();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).path("title").asText()).isEqualTo("A");
        assertThat(lines.get(1).path("file").asText()).endsWith("b.md");
        assertThat(lines.get(1).path("deadLetter").path("code").asText())
                .isEqualTo("FRONT_MATTER_MISSING");
        assertThat(lines.get(2).path("title").asText()).isEqualTo("C");
    }

    @Test
    void extractPrintsWhatWeMakeOfIt() throws Exception {
        String images = "https://img.news.example/a";
        Path post = Fixtures.write(directory, "1.md", Fixtures.post("图书馆开门", images));

        Result result =
                BroadsheetProcess.run(
                        "extract", post.toString(), "--source-id", "example", "--json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        JsonNode article = result.json();
        assertThat(article.path("inLanguage").asText()).isEqualTo("zh-Hans");
        assertThat(article.path("images")).hasSize(2);
        assertThat(article.path("images").get(0).path("roles"))
                .hasToString("[\"LEAD\",\"THUMBNAIL\",\"INLINE\"]");
        assertThat(article.path("images").get(1).path("caption").asText())
                .isEqualTo("3月12日，读者在示例市图书馆的阅览室里看书。");
        assertThat(article.path("articleBody").asText()).doesNotContain("读者在示例市");
        assertThat(article.path("quality"))
                .extracting(flag -> flag.path("code").asText())
                .contains("LINK_MISSING", "GUID_MISSING", "CAPTION_INFERRED", "IMAGE_URL_SUSPECT");
    }
}
