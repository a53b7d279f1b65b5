package io.broadsheet.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When a file of an inbox is complete. */
class SettledFilesTest {

    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir private Path inbox;

    private final SettledFiles settled = new SettledFiles(QUIET);

    @Test
    void whatLiesThereUntouchedIsTakenAtOnce() throws IOException {
        write("a.md", "x", NOW.minusSeconds(60));

        assertThat(at(NOW)).containsExactly("a.md");
    }

    @Test
    void aFreshFileIsTakenOnceItIsQuiet() throws IOException {
        write("a.md", "x", NOW);
        assertThat(at(NOW)).isEmpty();

        write("a.md", "xx", NOW.plusMillis(900));
        assertThat(at(NOW.plusMillis(1_100))).isEmpty();

        assertThat(at(NOW.plusMillis(2_200))).containsExactly("a.md");
    }

    @Test
    void aFileIsTakenAgainOnlyWhenItChanged() throws IOException {
        write("a.md", "x", NOW.minusSeconds(60));
        assertThat(at(NOW)).containsExactly("a.md");
        assertThat(at(NOW.plusSeconds(5))).isEmpty();

        write("a.md", "y", NOW.plusSeconds(6));
        assertThat(at(NOW.plusSeconds(6))).isEmpty();
        assertThat(at(NOW.plusSeconds(8))).containsExactly("a.md");
    }

    @Test
    void temporaryFilesAreLeftAlone() throws IOException {
        write("a.md.tmp", "x", NOW.minusSeconds(60));
        write("B.TMP", "x", NOW.minusSeconds(60));
        write(".a.md", "x", NOW.minusSeconds(60));

        assertThat(at(NOW)).isEmpty();
    }

    @Test
    void onlyFilesAreTemporaryByTheirNames() throws IOException {
        Files.createDirectory(inbox.resolve("day.tmp"));
        write("day.tmp/a.md", "x", NOW.minusSeconds(60));

        assertThat(at(NOW)).containsExactly("a.md");
    }

    @Test
    void aLinkIsTemporaryWhereItsFileIs() throws IOException {
        write("a.tmp", "x", NOW.minusSeconds(60));
        write("b.md", "x", NOW.minusSeconds(60));
        Files.createSymbolicLink(inbox.resolve("link.md"), inbox.resolve("a.tmp"));
        Files.createSymbolicLink(inbox.resolve("link.tmp"), inbox.resolve("b.md"));

        assertThat(at(NOW)).contains("b.md").doesNotContain("a.tmp", "link.md");
    }

    private List<String> at(Instant now) {
        return settled.among(new FileSource(List.of(inbox)), now).stream()
                .map(file -> FileName.of(file.path()))
                .toList();
    }

    private void write(String name, String text, Instant modified) throws IOException {
        Path file = Files.writeString(inbox.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }
}
