package io.broadsheet.syndicate.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.runtime.settings.Settings;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.Webhook;
import io.broadsheet.v1.WebhookState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** What is said of a receiver that may not be asked. */
class MessengerTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final String SETTING = "webhooks.private.addresses=true";

    static {
        ContractClasses.trust();
    }

    @TempDir private Path secrets;

    @Test
    void aReceiverOfOnesOwnNetworkIsRefusedWithTheSettingThatAllowsIt() throws IOException {
        assertThat(told("http://127.0.0.1:1/hook", Map.of()))
                .contains("URL_BLOCKED_ADDRESS: 127.0.0.1 resolves to LOOPBACK")
                .contains(SETTING, "WEBHOOKS_PRIVATE_ADDRESSES")
                .doesNotContain("Exception");
        assertThat(told("http://receiver/hook", Map.of()))
                .contains("URL_BLOCKED_HOST")
                .contains(SETTING);
    }

    @Test
    void whatTheSettingDoesNotHelpWithDoesNotNameIt() throws IOException {
        assertThat(told("http://u:p@receiver.example/", Map.of()))
                .contains("URL_USERINFO")
                .doesNotContain(SETTING);
        assertThat(told("http://169.254.169.254/", Map.of("webhooks.private.addresses", "true")))
                .contains("URL_BLOCKED_ADDRESS")
                .doesNotContain(SETTING);
    }

    private String told(String url, Map<String, String> set) throws IOException {
        Files.writeString(
                secrets.resolve("one"),
                "whsec_" + Base64.getEncoder().encodeToString(new byte[24]));
        Map<String, String> values = new HashMap<>(set);
        values.put("webhooks.secrets.directory", secrets.toString());
        values.put("webhooks.proxy.ignored", "true");
        var config = WebhookConfig.of(new Settings(WebhookConfig.SETTINGS).read(values, Map.of()));
        try (var messenger = new Messenger(config, () -> NOW)) {
            Answer answer = messenger.tell(webhook(url), Message.test("one", NOW));
            return ((Answer.Failed) answer).words();
        }
    }

    private static Webhook webhook(String url) {
        return Webhook.newBuilder()
                .setWebhookId("one")
                .setUrl(url)
                .setSecretName("one")
                .setState(WebhookState.ACTIVE)
                .setAddedAt(NOW)
                .setChangedAt(NOW)
                .build();
    }
}
