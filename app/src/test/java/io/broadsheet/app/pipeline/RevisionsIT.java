package io.broadsheet.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.app.settings.AllSettings;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.sink.read.Opening;
import io.broadsheet.sink.read.StoreReader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts that come again, changed or not, from the file to the store; the account balances. */
class RevisionsIT {

    private static final List<String> FRONT_MATTER =
            List.of(
                    "title: 'Tide tables'",
                    "date: Mon, 06 May 2024 10:15:00 GMT",
                    "author: Harbour Gazette",
                    "categories: [Feeds, Home]",
                    "comments: false");
    private static final String BODY =
            "<p>%d hours ago</p><p>High water is at nine, says the harbour.</p><p>%d comments</p>";

    @TempDir Path directory;
    private AllInOne all;

    @BeforeEach
    void start() {
        all =
                AllInOne.start(
                        DataDirectory.open(directory.resolve("data")),
                        new PipelineOptions(
                                0,
                                0,
                                PipelineOptions.Images.NONE,
                                AllSettings.read(Optional.empty(), Map.of()),
                                InstantSource.system()));
    }

    @AfterEach
    void stop() {
        all.close();
    }

    @Test
    void threeForksOfADumpMakeOneArticle() throws Exception {
        write("first/tides.md", FRONT_MATTER, BODY.formatted(1, 2));
        write("second/_posts/2024-05-06-tides.md", FRONT_MATTER.reversed(), BODY.formatted(1, 2));
        write("third/a/b/tides.md", FRONT_MATTER, BODY.formatted(1, 2) + "  \n");

        assertThat(run()).isEqualTo("read 3 stored 1 unchanged 0 duplicates 2 buried 0");
        assertThat(run()).isEqualTo("read 3 stored 0 unchanged 3 duplicates 0 buried 0");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void noiseIsUnchangedAndWhatIsWithdrawnLeavesTheStoreUntilItIsPublishedAgain()
            throws Exception {
        write("tides.md", FRONT_MATTER, BODY.formatted(1, 2));
        assertThat(run()).isEqualTo("read 1 stored 1 unchanged 0 duplicates 0 buried 0");

        write("tides.md", FRONT_MATTER, BODY.formatted(3, 40));
        assertThat(run()).isEqualTo("read 1 stored 0 unchanged 1 duplicates 0 buried 0");

        List<String> withdrawn =
                List.of("title: 'Tide tables'", FRONT_MATTER.get(1), "status: retracted");
        write("tides.md", withdrawn, "");
        assertThat(run()).isEqualTo("read 1 stored 1 unchanged 0 duplicates 0 buried 0");
        assertThat(stored()).isZero();

        write("tides.md", FRONT_MATTER, BODY.formatted(5, 60));
        assertThat(run()).isEqualTo("read 1 stored 1 unchanged 0 duplicates 0 buried 0");
        assertThat(stored()).isEqualTo(1);
    }

    private String run() throws InterruptedException {
        var settings = ReaderSettings.of(SourceId.of("harbour").orElseThrow(), "test");
        Account account =
                new OnePass(all, new Silent())
                        .take(List.of(directory.resolve("posts")), List.of(), settings);
        assertThat(account.balances()).isTrue();
        return "read %d stored %d unchanged %d duplicates %d buried %d"
                .formatted(
                        account.read(),
                        account.stored(),
                        account.unchanged(),
                        account.duplicates(),
                        account.buried());
    }

    private long stored() {
        if (!(StoreReader.open(all.data().database()) instanceof Opening.Opened(var store))) {
            throw new AssertionError("there is no store");
        }
        try (store) {
            return store.articlesByState().values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private void write(String name, List<String> lines, String body) throws IOException {
        Path file = directory.resolve("posts").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "---\n" + String.join("\n", lines) + "\n---\n" + body + "\n");
    }

    /** Tells nobody. */
    private static final class Silent implements PassProgress {

        @Override
        public void reading(long read, long published) {}

        @Override
        public void enriched(long decided, long published) {}

        @Override
        public void awaitingImages(long waiting, long published) {}
    }
}
