package io.broadsheet.sink.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.broadsheet.sink.read.Opening;
import io.broadsheet.sink.read.StoreReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A process killed while it stores: rows and offsets are on disk together, or not at all. */
class SqliteKillFaultIT {

    @TempDir Path directory;

    @Test
    void afterAKillThereAreAsManyArticlesAsTheOffsetSays() throws Exception {
        for (int life = 1; life <= 3; life++) {
            long before = nextOffset();
            Process process = start();
            try {
                await().atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(7))
                        .until(() -> nextOffset() > before + 100);
            } finally {
                process.destroyForcibly().waitFor();
            }

            try (StoreReader reader = reader()) {
                assertThat(reader.articlesByState()).isEqualTo(Map.of("COMPLETE", nextOffset()));
                assertThat(reader.imagesByOutcome()).isEqualTo(Map.of("USABLE", nextOffset()));
            }
        }
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessSaving.class.getName(),
                        file().toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(directory.toFile(), "child.log"))
                .start();
    }

    private Path file() {
        return directory.resolve("articles.db");
    }

    private StoreReader reader() {
        return ((Opening.Opened) StoreReader.open(file())).store();
    }

    private long nextOffset() {
        return switch (StoreReader.open(file())) {
            case Opening.Opened(StoreReader reader) -> {
                try (reader) {
                    yield reader.nextOffsets().getOrDefault(EndlessSaving.PARTITION, 0L);
                }
            }
            case Opening.Absent _, Opening.Unreadable _ -> 0L;
        };
    }
}
