package io.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.schemas.Topics;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What the list of webhooks says of one that fails. */
class WebhookListIT {

    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\n";

    @TempDir private Path directory;

    @Test
    void theLastErrorIsShownWithTheTimeSinceWhen() throws Exception {
        Path secret = Files.writeString(directory.resolve("acme"), SECRET);
        try (var platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(directory))) {
            CommandRun.on(
                    platform,
                    "webhooks",
                    "add",
                    "https://acme.example/hook",
                    "--secret-file",
                    secret.toString());
            assertThat(CommandRun.on(platform, "webhooks", "list", "--json").out())
                    .contains("\"failingSince\":null,\"lastError\":null,\"webhook\":{");

            commit(platform, 0, "2026-03-13T09:42:08Z HTTP 503");
            commit(platform, 1, "2026-03-13T09:42:07Z HTTP 500: out for lunch");

            assertThat(CommandRun.on(platform, "webhooks", "list").out())
                    .containsPattern("FAILING SINCE +LAST ERROR")
                    .containsPattern("2026-03-13T09:42:07Z +HTTP 500: out for lunch");
            assertThat(CommandRun.on(platform, "webhooks", "list", "--json").out())
                    .contains("\"failingSince\":\"2026-03-13T09:42:07Z\"")
                    .contains("\"lastError\":\"HTTP 500: out for lunch\"");
        }
    }

    /** As the service does that tells. */
    private static void commit(EmbeddedPlatform platform, int partition, String metadata)
            throws Exception {
        Map<String, Object> servers = Map.of("bootstrap.servers", platform.bootstrapServers());
        var place = new TopicPartition(Topics.ENRICHED.name(), partition);
        try (Admin admin = Admin.create(servers)) {
            admin.alterConsumerGroupOffsets(
                            "broadsheet-webhook-acme",
                            Map.of(place, new OffsetAndMetadata(0, metadata)))
                    .all()
                    .get();
        }
    }
}
