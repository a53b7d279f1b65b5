package io.broadsheet.e2e.containers;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The microservices in containers: each is killed in turn, and nothing is lost or doubled. */
@Tag("containers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComposeE2E {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int POSTS_A_ROUND = 20;
    private static final List<String> KILLED =
            List.of(
                    "ingest",
                    "enrich",
                    "check-images",
                    "sink",
                    "desk",
                    "postgres",
                    "registry",
                    "kafka");

    private Path inbox;
    private Optional<Compose> started = Optional.empty();
    private int posts;
    private int bad;

    @BeforeAll
    void up(@TempDir Path directory) throws Exception {
        Engine.require();
        Engine.buildOurs("broadsheet:local");
        // Containers read it as another user than the one who runs the tests.
        inbox = Files.createDirectories(directory.resolve("inbox"));
        makeReadable(directory);
        makeReadable(inbox);
        Compose compose = Compose.of("broadsheet-e2e", inbox);
        started = Optional.of(compose);
        compose.run("up", "-d").orFail();
    }

    @AfterAll
    void down() {
        started.ifPresent(Compose::close);
    }

    @Test
    void eachContainerIsKilledInTurnAndEachArticleIsStoredOnce() throws Exception {
        writeRound();
        awaitAllStored();
        for (String service : KILLED) {
            writeRound();
            compose().kill(service);
            writeRound();
            compose().start(service);
            awaitAllStored();
        }
        compose().run("up", "-d", "--no-recreate", "--scale", "enrich=2").orFail();
        writeRound();
        awaitAllStored();

        assertThat(compose().sql("SELECT count(DISTINCT headline) FROM broadsheet.article"))
                .isEqualTo(Integer.toString(posts));
        assertThat(compose().sql("SELECT count(*) FROM broadsheet.article WHERE version <> 1"))
                .isEqualTo("0");
        assertThat(
                        compose()
                                .sql(
                                        "SELECT string_agg(DISTINCT code, ',') FROM broadsheet.dead_letter"))
                .isEqualTo("FRONT_MATTER_MISSING");
    }

    private Compose compose() {
        return started.orElseThrow();
    }

    /** Some articles, and one file that is none. */
    private void writeRound() throws IOException {
        for (int i = 0; i < POSTS_A_ROUND; i++) {
            posts++;
            write(
                    posts + ".md",
                    """
                    ---
                    title: 'Post %d'
                    date: Sun, 13 Mar 2022 09:42:07 GMT
                    ---
                    <p>Words of post %d.</p>
                    """
                            .formatted(posts, posts));
        }
        bad++;
        write("bad-" + bad + ".md", "no fence, round " + bad + "\n");
    }

    /** Appears whole, under its name. */
    private void write(String name, String text) throws IOException {
        Path hidden = Files.writeString(inbox.resolve("." + name), text);
        makeReadable(hidden);
        Files.move(hidden, inbox.resolve(name));
    }

    private void awaitAllStored() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> stored().equals(posts + " " + bad));
    }

    private String stored() throws Exception {
        return compose()
                .sql(
                        "SELECT (SELECT count(*) FROM broadsheet.article) || ' ' ||"
                                + " (SELECT count(*) FROM broadsheet.dead_letter)");
    }

    private static void makeReadable(Path path) {
        assertThat(path.toFile().setReadable(true, false)).isTrue();
        if (Files.isDirectory(path)) {
            assertThat(path.toFile().setExecutable(true, false)).isTrue();
        }
    }
}
