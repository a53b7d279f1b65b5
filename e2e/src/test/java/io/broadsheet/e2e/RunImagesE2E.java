package io.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** The images of a post, through the whole pipeline, on an origin on this machine. */
class RunImagesE2E {

    private static final String DOTLESS = "/20220313093948566png";
    private static final String DOTTED = "/20220313093948566.png";
    private static final String SECOND = "/20220313093948687.jpg";

    @TempDir Path directory;
    private ImageOrigin origin;

    @BeforeEach
    void start() throws IOException {
        origin = new ImageOrigin();
    }

    @AfterEach
    void stop() {
        origin.close();
    }

    @Test
    void anImageWhoseUrlLacksItsDotGetsASuggestionProvenByAFetchAndTheSecondLeads()
            throws Exception {
        origin.serve(DOTTED);
        origin.serve(SECOND);

        JsonNode article = articleOf(run("--allow-private-addresses"));

        assertThat(article.path("state").asText()).isEqualTo("COMPLETE");
        JsonNode lead = article.path("images").get(0);
        assertThat(lead.path("verdict").asText()).isEqualTo("NOT_FOUND");
        assertThat(lead.path("url").asText()).isEqualTo(origin.url() + DOTLESS);
        assertThat(lead.path("suggestion").path("url").asText()).isEqualTo(origin.url() + DOTTED);
        assertThat(lead.path("suggestion").path("rule").asText())
                .isEqualTo("missing-extension-dot");
        JsonNode second = article.path("images").get(1);
        assertThat(second.path("outcome").asText()).startsWith("USABLE");
        assertThat(second.path("width").asInt()).isEqualTo(400);
        assertThat(article.path("primaryImageId")).isEqualTo(second.path("imageId"));
        assertThat(article.path("quality"))
                .extracting(flag -> flag.path("code").asText())
                .contains("IMAGE_UNUSABLE", "LEAD_IMAGE_UNUSABLE");
    }

    @Test
    void anImageThatReallyHasThatNameIsUsableAndAskedForOnceWhateverItsRoles() throws Exception {
        origin.serve(DOTLESS);
        origin.serve(SECOND);

        JsonNode article = articleOf(run("--allow-private-addresses"));

        JsonNode lead = article.path("images").get(0);
        assertThat(lead.path("encodingFormat").asText()).isEqualTo("image/png");
        assertThat(lead.path("outcome").asText()).startsWith("USABLE");
        assertThat(lead.path("suggestion").isNull()).isTrue();
        assertThat(article.path("primaryImageId")).isEqualTo(lead.path("imageId"));
        assertThat(origin.asked()).doesNotContain(DOTTED);
    }

    @Test
    void addressesThatAreNotPublicAreRefusedAndNeverConnectedTo() throws Exception {
        origin.serve(DOTLESS);
        origin.serve(SECOND);

        JsonNode article = articleOf(run());

        assertThat(article.path("images"))
                .extracting(image -> image.path("outcome").asText())
                .containsOnly("REFUSED");
        assertThat(origin.asked()).isEmpty();
    }

    private BroadsheetProcess.Result run(String... more) throws Exception {
        Path post = Fixtures.write(directory, "post.md", Fixtures.post("图书馆开门", origin.url()));
        String[] run = {
            "run", post.toString(), "--data", data(), "--source-id", "example", "--json"
        };
        String[] all = new String[run.length + more.length];
        System.arraycopy(run, 0, all, 0, run.length);
        System.arraycopy(more, 0, all, run.length, more.length);
        return BroadsheetProcess.run(all);
    }

    private JsonNode articleOf(BroadsheetProcess.Result result) throws Exception {
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(Fixtures.counts(result.json()))
                .isEqualTo("read 1 stored 1 unchanged 0 dup 0 buried 0");
        return BroadsheetProcess.run("articles", "--data", data()).json();
    }

    private String data() {
        return directory.resolve("data").toString();
    }
}
