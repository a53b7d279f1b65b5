package io.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.broadsheet.e2e.BroadsheetProcess.Result;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code broadsheet run}, and what can be read back afterwards. */
class RunE2E {

    @TempDir Path directory;
    private Path data;
    private Path posts;

    @BeforeEach
    void prepare() {
        data = directory.resolve("data");
        posts = directory.resolve("posts");
    }

    @Test
    void whatIsGoodIsStoredWhatIsBadIsBuriedAndASecondRunStoresNothingNew() throws Exception {
        writePosts();

        Result first = run();

        assertThat(first.exitCode()).as(first.err()).isEqualTo(1);
        JsonNode account = first.json();
        assertThat(Fixtures.counts(account))
                .isEqualTo("read 6 stored 3 unchanged 0 dup 1 buried 2");
        assertThat(account.path("images").path("UNCHECKED").asInt()).isEqualTo(4);
        assertThat(first.err()).contains("./broadsheet dead list --data " + data);

        JsonNode again = run().json();

        assertThat(Fixtures.counts(again)).isEqualTo("read 6 stored 0 unchanged 6 dup 0 buried 0");
    }

    @Test
    void storedArticlesAndDeadLettersCanBeReadBack() throws Exception {
        writePosts();
        run();

        List<JsonNode> articles =
                command("articles", "--data", data.toString(), "--json").objects();
        List<JsonNode> letters =
                command("dead", "list", "--data", data.toString(), "--json").objects();
        String table = command("dead", "list", "--data", data.toString()).out();
        String counts = command("dead", "list", "--data", data.toString(), "--histogram").out();

        assertThat(articles)
                .extracting(article -> article.path("headline").asText())
                .containsExactlyInAnyOrder("图书馆开门", "桥通车", "Plain post");
        assertThat(letters)
                .extracting(letter -> letter.path("code").asText())
                .containsExactlyInAnyOrder("FRONT_MATTER_MISSING", "FORMAT_UNSUPPORTED");
        assertThat(table.lines().toList()).hasSize(3);
        assertThat(table)
                .containsPattern("ID +FAILED +STATE +REPLAYS +STAGE +SOURCE +MESSAGE")
                .containsPattern(letters.getFirst().path("deadLetterId").asText() + " +20")
                .containsPattern(" +- +0 +INGEST[A-Z_]* +example +FRONT_MATTER_MISSING: ");
        assertThat(counts).containsPattern("1 +INGEST[A-Z_]* +[A-Z_]+ +FRONT_MATTER_MISSING");
        String id = articles.getFirst().path("articleId").asText();
        assertThat(command("articles", "--data", data.toString(), "--id", id).objects())
                .containsExactly(articles.getFirst());
        assertThat(form("json-ld", id).path("@type").asText()).isEqualTo("NewsArticle");
        assertThat(form("ninjs", id).at("/standard/name").asText()).isEqualTo("ninjs");
        assertThat(command("articles", "--data", data.toString(), "--form", "xml").err())
                .contains("json, json-ld, ninjs");
    }

    private JsonNode form(String name, String id) throws Exception {
        return command("articles", "--data", data.toString(), "--form", name, "--id", id).json();
    }

    @Test
    void whatIsOnTheWebIsTakenTooAndWhatIsMissingIsToldAndStopsNothing() throws Exception {
        Path post = Fixtures.write(posts, "post.md", Fixtures.plainPost("Post", "Words."));
        Path config =
                Files.writeString(
                        directory.resolve("c.properties"), "feeds.private.addresses=true\n");
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/feed", RunE2E::answer);
        server.start();
        try {
            String origin = "http://127.0.0.1:" + server.getAddress().getPort();
            Result result =
                    command(
                            "run",
                            origin + "/feed",
                            origin + "/none",
                            post.toString(),
                            "--data",
                            data.toString(),
                            "--config",
                            config.toString(),
                            "--no-image-checks",
                            "--json");

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(Fixtures.counts(result.json()))
                    .isEqualTo("read 3 stored 3 unchanged 0 dup 0 buried 0");
            assertThat(result.err()).contains(origin + "/none: HTTP status 404");
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String item = "<item><guid isPermaLink='false'>%1$s</guid><title>%1$s</title></item>";
        String feed = "<rss><channel>" + item.formatted("A") + item.formatted("B");
        byte[] body = (feed + "</channel></rss>").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void anArticleThatIsNotStoredAndADirectoryWithoutDataAreToldApart() throws Exception {
        writePosts();
        run();

        Result unknown = command("articles", "--data", data.toString(), "--id", "0".repeat(32));
        Result nothing = command("articles", "--data", directory.resolve("none").toString());

        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("no article " + "0".repeat(32));
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).contains("nothing is stored under");
    }

    @Test
    void aChangedFileBecomesTheNextVersion() throws Exception {
        Path post = Fixtures.write(posts, "a.md", Fixtures.plainPost("One", "First words."));
        run();
        Files.writeString(post, Fixtures.plainPost("One", "Other words, and more of them."));

        assertThat(Fixtures.counts(run().json()))
                .isEqualTo("read 1 stored 1 unchanged 0 dup 0 buried 0");

        List<JsonNode> articles = command("articles", "--data", data.toString()).objects();
        assertThat(articles).hasSize(1);
        assertThat(articles.getFirst().path("version").asInt()).isEqualTo(2);
        assertThat(articles.getFirst().path("articleBody").asText())
                .isEqualTo("Other words, and more of them.");
    }

    @Test
    void aFeedGivesItsItemsAndOneThatSaysNothingIsBuriedAlone() throws Exception {
        Path feed = Fixtures.write(posts, "feed.xml", Fixtures.feed("Second words."));

        assertThat(Fixtures.counts(run().json()))
                .isEqualTo("read 3 stored 2 unchanged 0 dup 0 buried 1");

        Files.writeString(feed, Fixtures.feed("Second words, and more of them."));
        assertThat(Fixtures.counts(run().json()))
                .isEqualTo("read 3 stored 1 unchanged 1 dup 0 buried 1");

        assertThat(command("articles", "--data", data.toString()).objects())
                .extracting(it -> it.path("headline").asText() + it.path("version").asInt())
                .containsExactlyInAnyOrder("One1", "Two2");
    }

    @Test
    void wrongUseIsExplainedAndEndsWithTwo() throws Exception {
        Result missing = command("run", directory.resolve("missing").toString());
        Result badId = command("run", directory.toString(), "--source-id", "a b");
        Path settings = Fixtures.write(directory, "b.properties", "enrich.thread = 3\n");
        Result badSetting = command("run", directory.toString(), "--config", settings.toString());

        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("there is no such file or directory");
        assertThat(badId.exitCode()).isEqualTo(2);
        assertThat(badId.err()).contains("--source-id a b");
        assertThat(badSetting.exitCode()).isEqualTo(2);
        assertThat(badSetting.err()).contains("did you mean enrich.threads?");
    }

    /** Three articles, one of them twice, and two files that are none. */
    private void writePosts() throws Exception {
        String images = "https://img.news.example/a";
        Fixtures.write(posts, "1.md", Fixtures.post("图书馆开门", images));
        Fixtures.write(posts, "2.md", Fixtures.post("桥通车", images + "/2"));
        Fixtures.write(posts.resolve("deep"), "1-again.md", Fixtures.post("图书馆开门", images));
        Fixtures.write(posts, "3.md", Fixtures.plainPost("Plain post", "A few plain words."));
        Fixtures.write(posts, "4.txt", "No fence here, only words.\n");
        Files.write(
                posts.resolve("5.bin"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    }

    private Result run() throws Exception {
        return command(
                "run",
                posts.toString(),
                "--data",
                data.toString(),
                "--source-id",
                "example",
                "--no-image-checks",
                "--json");
    }

    private static Result command(String... arguments) throws Exception {
        return BroadsheetProcess.run(arguments);
    }
}
