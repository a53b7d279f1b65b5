package io.broadsheet.syndicate.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.registry.InMemorySchemaRegistry;
import io.broadsheet.syndicate.form.ArticleForms;
import io.broadsheet.syndicate.tail.ArticleLog;
import io.broadsheet.syndicate.tail.TopicTail;
import io.broadsheet.syndicate.tail.Window;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A stream whose Kafka is away before anything was read of it. */
class ArticleStreamerTest {

    /** Nobody listens on port 1. */
    private static final KafkaAccess AWAY =
            new KafkaAccess(
                    "127.0.0.1:1",
                    new InMemorySchemaRegistry(),
                    Map.of(
                            "kafka.consumer.default.api.timeout.ms", "300",
                            "kafka.consumer.request.timeout.ms", "200"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void anOutageLeavesTheReaderThePlaceThatHeCameWith() {
        assertThat(ending("", Optional.of("e2s.1"))).isEqualTo(Ending.OUTAGE);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("id: e2s.1\nevent: bye\ndata: {\"reason\":\"outage\"");
    }

    @Test
    void anOutageGivesNoPlaceToWhoHasNone() {
        assertThat(ending("since=1h", Optional.empty())).isEqualTo(Ending.OUTAGE);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("event: bye\n")
                .doesNotContain("id:");
    }

    private Ending ending(String query, Optional<String> lastEventId) {
        var now = Instant.parse("2026-03-01T12:00:00Z");
        var tail =
                new TopicTail(
                        ArticleLog.latest(AWAY),
                        new Window(10, 1_000),
                        TopicTail.Beginning.NEXT_RECORD,
                        _ -> {});
        var streamer =
                new ArticleStreamer(
                        StreamRequest.read(query, lastEventId, ArticleForms.all(), now),
                        tail,
                        new EventWriter(out, 'e'),
                        Duration.ofSeconds(10),
                        _ -> {});
        return streamer.catchUp(() -> {});
    }
}
