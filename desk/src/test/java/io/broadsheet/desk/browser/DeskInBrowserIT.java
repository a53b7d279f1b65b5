package io.broadsheet.desk.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.broadsheet.desk.Edition;
import io.broadsheet.desk.Newsroom;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person at the desk: looks, searches, reads an article, replays a letter. Every view is looked
 * at by axe in both color schemes, and kept as a picture in {@code target/desk-views}.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskInBrowserIT {

    private static final Path PICTURES = Path.of("target", "desk-views");

    private Optional<Newsroom> newsroom = Optional.empty();
    private Optional<Chromium> browser = Optional.empty();

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        Optional<Path> program = Chromium.onThisMachine();
        assumeTrue(
                program.isPresent(),
                "no Chromium on the PATH and none named by BROWSER; .ci/browser installs Debian's");
        newsroom = Optional.of(new Newsroom(directory, Newsroom.TOKEN));
        new Edition(newsroom.get()).print();
        browser = Optional.of(Chromium.start(program.get()));
    }

    @AfterAll
    void close() throws Exception {
        if (browser.isPresent()) {
            browser.get().close();
        }
        if (newsroom.isPresent()) {
            newsroom.get().close();
        }
    }

    @Test
    void aPersonFindsAnArticleByTypingAndReadsIt() throws IOException {
        try (Tab tab = new Tab(browser.orElseThrow())) {
            tab.open(url("/"));
            tab.awaitText("It balances");
            tab.press("g");
            tab.press("a");
            tab.awaitText("62 articles");
            tab.press("/");
            tab.type("quiet morning");
            tab.awaitText("1 article\n");
            tab.press("?");

            assertThat(tab.run("document.getElementById('help').open").asBoolean())
                    .as("keys do nothing while somebody types")
                    .isFalse();
            tab.click("th.headline a");
            tab.awaitText("Evidence for the date");
            tab.awaitText("near duplicate");
            assertThat(tab.run("typeof window.ran").asText()).isEqualTo("undefined");
            await("nothing is asked of the world")
                    .until(() -> tab.asked().stream().allMatch(it -> it.startsWith(url("/"))));
        }
    }

    @Test
    void picturesAreLoadedOnlyWhenSomebodyAsks() throws IOException {
        try (Tab tab = new Tab(browser.orElseThrow())) {
            tab.open(url("/articles/" + Edition.HOSTILE));
            tab.run("document.querySelector('iframe').scrollIntoView()");
            await().until(() ->
                    tab.forbidden().stream().anyMatch(it -> it.contains("img.example.org")));
            assertThat(tab.run("document.querySelector('iframe').sandbox.length").asInt()).isZero();
            assertThat(tab.run("typeof window.ran").asText()).isEqualTo("undefined");
            tab.keep(PICTURES.resolve("reader.png"));
            assertThat(tab.complaints()).isEmpty();
            assertThat(tab.asked()).noneMatch(asked -> asked.contains("img.example.org"));

            tab.click("a[href$='pictures=show']");

            await().until(() ->
                    tab.asked().stream().anyMatch(it -> it.contains("img.example.org")));
        }
    }

    @Test
    void anOperatorReplaysALetterAndSeesItResolved() throws IOException {
        try (Tab tab = new Tab(browser.orElseThrow())) {
            tab.open(url("/letters?code=DEFECT"));
            tab.awaitText("1 letter\n");
            assertThat(
                            tab.run("document.querySelectorAll('main form[method=post]').length")
                                    .asInt())
                    .as("who has not signed in changes nothing")
                    .isZero();
            tab.open(url("/sign-in"));
            tab.run("document.getElementById('token').focus()");
            tab.type(Newsroom.TOKEN);
            tab.click("main button");
            tab.awaitText("Signed in as operator");
            tab.open(url("/letters?code=DEFECT"));
            tab.click("table.rows th a");
            tab.awaitText("In hexadecimal");
            tab.click("#replay");
            tab.awaitText("What the replay did");
            tab.awaitText("news.articles.raw.v1");
            tab.open(url("/letters?state=RESOLVED"));
            tab.awaitText("1 letter\n");
            tab.awaitText("resolved");
        }
    }

    @Test
    void everyViewIsOpenToEveryoneAndKept() throws IOException {
        List<String> barriers = new ArrayList<>();
        try (Tab tab = new Tab(browser.orElseThrow())) {
            for (Map.Entry<String, String> view : views(tab).entrySet()) {
                for (String scheme : List.of("light", "dark")) {
                    for (int width : List.of(1280, 390)) {
                        tab.look(width, 900, scheme);
                        tab.open(url(view.getValue()));
                        String name = "%s-%d-%s".formatted(view.getKey(), width, scheme);
                        tab.keep(PICTURES.resolve(name + ".png"));
                        tab.barriers().forEach(it -> barriers.add(name + ": " + it));
                        int overflow =
                                tab.run(
                                                "document.documentElement.scrollWidth -"
                                                        + " document.documentElement.clientWidth")
                                        .asInt();
                        assertThat(overflow).as(name + " is wider than its window").isZero();
                    }
                }
            }
            assertThat(tab.complaints()).isEmpty();
        }
        assertThat(barriers).isEmpty();
    }

    private Map<String, String> views(Tab tab) throws IOException {
        Map<String, String> views = new LinkedHashMap<>();
        views.put("flow", "/");
        views.put("articles", "/articles");
        views.put("article", "/articles/" + Edition.HOSTILE);
        views.put("sources", "/sources");
        views.put("images", "/images");
        views.put("letters", "/letters");
        tab.open(url("/letters"));
        tab.awaitText("2 letters");
        views.put(
                "letter",
                tab.run("document.querySelector('table.rows th a').getAttribute('href')").asText());
        views.put("sign-in", "/sign-in");
        return views;
    }

    private String url(String path) {
        return newsroom.orElseThrow().url() + path;
    }
}
