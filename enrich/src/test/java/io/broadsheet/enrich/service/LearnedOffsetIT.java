package io.broadsheet.enrich.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.DateCertainty;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RawImage;

import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** What a partition has learned of a source's dates is restored from its changelog. */
class LearnedOffsetIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path directory;

    private EmbeddedPlatform platform;
    private PlatformTopics topics;

    @BeforeEach
    void start() {
        platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(directory.resolve("platform")));
        topics = new PlatformTopics(platform);
    }

    @AfterEach
    void stop() {
        topics.close();
        platform.close();
    }

    @Test
    void whatWasLearnedOutlivesTheLossOfTheState() {
        List<String> ids = idsOfOnePartition(4);
        try (EnrichService service = service("one")) {
            service.start();
            ids.subList(0, 3).forEach(id -> topics.offer(wallClock(id)));
            awaitOutcomes(3);
        }
        try (EnrichService elsewhere = service("two")) {
            elsewhere.start();
            topics.offer(wallClock(ids.getLast()));
            awaitOutcomes(4);
        }

        assertThat(topics.values(Topics.REVISIONS))
                .filteredOn(EnrichedArticle::getVersion, 1)
                .extracting(EnrichedArticle::getDatePublishedCertainty)
                .containsExactly(
                        DateCertainty.EXPLICIT_OFFSET,
                        DateCertainty.EXPLICIT_OFFSET,
                        DateCertainty.EXPLICIT_OFFSET,
                        DateCertainty.CORRECTED_OFFSET);
    }

    /** The wall clock of Shanghai, called GMT, two minutes after the upload of its picture. */
    private RawArticle wallClock(String id) {
        RawImage picture =
                RawImage.newBuilder()
                        .setUrl("https://img.example.cn/n/20260105093948.jpg")
                        .setField("img.src")
                        .setPosition(0)
                        .build();
        return RawArticle.newBuilder(topics.article(id, "Of " + id))
                .setPublished("Mon, 05 Jan 2026 09:42:07 GMT")
                .setImages(List.of(picture))
                .build();
    }

    private List<String> idsOfOnePartition(int count) {
        int partitions = topics.partitions(Topics.RAW);
        return IntStream.range(0, Integer.MAX_VALUE)
                .mapToObj(i -> "article-" + i)
                .filter(id -> partition(id, partitions) == 0)
                .limit(count)
                .toList();
    }

    /** As the producer of Kafka places a key. */
    private static int partition(String id, int partitions) {
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    private EnrichService service(String state) {
        return EnrichProcess.service(
                platform.bootstrapServers(), platform.registryUrl(), directory.resolve(state));
    }

    private void awaitOutcomes(int count) {
        topics.flush();
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> topics.values(Topics.OUTCOMES).size() >= count);
    }
}
