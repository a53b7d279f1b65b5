package io.broadsheet.enrich.image.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.enrich.image.check.Pictures;
import io.broadsheet.enrich.image.check.ScriptedOrigin;
import io.broadsheet.schemas.Topics;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** What a host sees of two checkers that are killed, replaced and rebalanced again and again. */
@Tag("faults")
class PolitenessIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int KILLS = 6;
    private static final int IMAGES = 300;

    /** Redirects count as requests. */
    private static final int MOVED_ONE_IN = 7;

    /** Requests between two kills, so that each instance has had its turn. */
    private static final int REQUESTS_BETWEEN = 20;

    /** Each host under two names: the limit is of what someone registered. */
    private static final List<String> NAMES =
            List.of(
                    "img1.example.com",
                    "img1.example.net",
                    "img1.example.org",
                    "img2.example.com",
                    "img2.example.net",
                    "img2.example.org");

    /**
     * A second, less what the first request of a process that has just begun may lose between the
     * moment it is about to be written and the moment the server's clock sees it: at 950 ms six
     * were seen. Two instances at once would still be eight starts in it.
     */
    private static final Duration WINDOW = Duration.ofSeconds(1);

    @TempDir Path directory;

    private final HostLog log = new HostLog(WINDOW);
    private final Deque<CheckProcess> running = new ArrayDeque<>();
    private EmbeddedPlatform platform;
    private RequestTopics topics;
    private ScriptedOrigin origin;
    private Path hosts;

    @BeforeEach
    void start() throws IOException {
        platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(directory.resolve("kafka")));
        topics = new RequestTopics(platform.bootstrapServers(), platform.registryUrl());
        origin = ScriptedOrigin.open();
        hosts =
                Files.writeString(
                        directory.resolve("hosts"),
                        "127.0.0.1 localhost " + String.join(" ", NAMES) + "\n");
    }

    @AfterEach
    void stop() throws IOException {
        running.forEach(CheckProcess::close);
        origin.close();
        topics.close();
        platform.close();
    }

    @Test
    void noHostIsPressedHoweverOftenThePartitionsMove() throws Exception {
        Set<String> articles = ask();
        startOne();
        startOne();
        for (int kill = 1; kill <= KILLS; kill++) {
            int enough = log.total() + REQUESTS_BETWEEN;
            await(() -> log.total() >= enough);
            end(running.removeFirst(), kill);
            startOne();
        }
        assertThat(topics.answered()).hasSizeLessThan(IMAGES);
        await(() -> topics.answered().size() == IMAGES);

        assertThat(topics.answered()).isEqualTo(articles);
        assertThat(topics.values(Topics.CHECK_IMAGES_DEAD_LETTERS)).isEmpty();
        assertThat(log.hosts()).containsExactly("example.com", "example.net", "example.org");
        assertThat(log.inFlightMax()).isEqualTo(2);
        assertThat(log.startsMax()).isBetween(4, 5);
    }

    /** Some are killed, and some leave as they are told to. */
    private static void end(CheckProcess process, int time) {
        if (time % 2 == 0) {
            process.stop();
        } else {
            process.close();
        }
    }

    private Set<String> ask() throws IOException {
        Set<String> articles = new HashSet<>();
        for (int i = 0; i < IMAGES; i++) {
            serve("/" + i + ".png", 200, "Content-Type: image/png", Pictures.png(300 + i, 300));
            serve("/moved/" + i + ".png", 302, "Location: /" + i + ".png", new byte[0]);
            String path = (i % MOVED_ONE_IN == 0 ? "/moved/" : "/") + i + ".png";
            String name = NAMES.get(i % NAMES.size());
            topics.ask("article-" + i, "http://" + name + ":" + origin.port() + path);
            articles.add("article-" + i);
        }
        topics.flush();
        return articles;
    }

    private void serve(String path, int status, String header, byte[] body) throws IOException {
        var answer = new ByteArrayOutputStream();
        ScriptedOrigin.write(answer, status, header, body);
        origin.at(path, (asked, out) -> log.serve(asked, out, answer.toByteArray()));
    }

    private void startOne() throws IOException {
        running.add(
                CheckProcess.startPolite(
                        platform.bootstrapServers(), platform.registryUrl(), hosts));
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(condition);
    }
}
