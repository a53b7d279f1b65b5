package io.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Everything is killed in the middle, broker and all; the next run makes good what is missing. */
class KilledRunE2E {

    private static final int POSTS = 400;
    private static final int KILLS = 3;
    private static final long FIRST_KILL_BYTES = 200_000;

    @TempDir Path directory;

    @Test
    void killedAtAnyMomentEachArticleIsStoredOnce() throws Exception {
        Path posts = directory.resolve("posts");
        Path data = directory.resolve("data");
        for (int i = 0; i < POSTS; i++) {
            Fixtures.write(posts, i + ".md", Fixtures.plainPost("Post " + i, "Words of " + i));
        }
        String[] run = {
            "run", posts.toString(), "--data", data.toString(), "--no-image-checks", "--json"
        };

        for (int kill = 1; kill <= KILLS; kill++) {
            killWhenTheLogHolds(FIRST_KILL_BYTES * kill, data, run);
        }
        var last = BroadsheetProcess.run(run);

        assertThat(last.exitCode()).as(last.err()).isZero();
        JsonNode account = last.json();
        assertThat(account.path("read").asInt()).isEqualTo(POSTS);
        List<String> titles = new ArrayList<>();
        for (JsonNode article :
                BroadsheetProcess.run("articles", "--data", data.toString()).objects()) {
            titles.add(article.path("headline").asText());
            assertThat(article.path("version").asInt()).isEqualTo(1);
        }
        assertThat(titles).hasSize(POSTS).doesNotHaveDuplicates();
    }

    /** Once more is in the raw and enriched topics than before; or it is done before that. */
    private void killWhenTheLogHolds(long bytes, Path data, String... run) throws Exception {
        Process process =
                BroadsheetProcess.start(
                        directory.resolve("run.out"), directory.resolve("run.err"), run);
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !process.isAlive() || logBytes(data) > bytes);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static long logBytes(Path data) throws Exception {
        Path log = data.resolve("kafka");
        if (!Files.isDirectory(log)) {
            return 0;
        }
        var bytes = new AtomicLong();
        // The broker renames and deletes meanwhile: what is gone has no size.
        Files.walkFileTree(
                log,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                        bytes.addAndGet(isArticleLog(file) ? about.size() : 0);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path directory, @Nullable IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return bytes.get();
    }

    private static boolean isArticleLog(Path file) {
        return file.toString().contains("news.articles") && file.toString().endsWith(".log");
    }
}
