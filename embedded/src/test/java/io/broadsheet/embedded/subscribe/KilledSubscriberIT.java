package io.broadsheet.embedded.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A subscriber that is killed at any moment loses nothing, and repeats no more than one fetch. */
class KilledSubscriberIT {

    private static final int ARTICLES = 2_000;
    private static final int FETCH_MAX = 100;

    @TempDir Path directory;

    @Test
    void eachArticleIsHandledThoughTheSubscriberIsKilledAgainAndAgain() throws Exception {
        Path file = directory.resolve("handled");
        List<String> ids = IntStream.range(0, ARTICLES).mapToObj(Integer::toString).toList();
        try (var platform =
                        EmbeddedPlatform.start(
                                PlatformOptions.anyPorts(directory.resolve("data")));
                var newsroom = new Newsroom(platform)) {
            newsroom.publish(ids);
            List<String> stream =
                    List.of(platform.bootstrapServers(), platform.registryUrl(), "killed");
            int[] deaths = {1, 50, 101, 333, 700};
            for (int death : deaths) {
                Process process = HaltingSubscriber.start(stream, file, death);
                assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
                assertThat(process.exitValue()).isEqualTo(137);
            }
            Process survivor = HaltingSubscriber.start(stream, file, Integer.MAX_VALUE);
            try {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(handled(file)).containsAll(ids));
            } finally {
                survivor.destroyForcibly().waitFor();
            }
            assertThat(Files.readAllLines(file))
                    .hasSizeLessThanOrEqualTo(ARTICLES + FETCH_MAX * deaths.length);
        }
    }

    private static Set<String> handled(Path file) throws Exception {
        return new HashSet<>(Files.readAllLines(file));
    }
}
