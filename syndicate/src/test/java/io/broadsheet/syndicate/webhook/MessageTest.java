package io.broadsheet.syndicate.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;

/** Signatures, secrets and waits. */
class MessageTest {

    private static final String SECRET = "whsec_plJ3nmyCDGBKInavdOK15jsl";

    @Test
    void theExampleOfTheStandardIsSignedAsThere(@TempDir Path directory) throws IOException {
        var message =
                new Message(
                        "msg_loFOjxBNrRLzqYUf",
                        "{\"event_type\":\"ping\",\"data\":{\"success\":true}}");
        Path file = directory.resolve("s");
        // It is shorter than we take; padded to what its receivers know it as.
        Files.writeString(file, longEnough(SECRET));

        assertThat(message.headers(Secrets.read(file), Instant.ofEpochSecond(1_731_705_121)))
                .containsEntry("webhook-id", "msg_loFOjxBNrRLzqYUf")
                .containsEntry("webhook-timestamp", "1731705121")
                .containsEntry(
                        "webhook-signature", "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=");
    }

    private static String longEnough(String secret) {
        // HMAC pads keys with zeros to its block (RFC 2104): the same key, told with some of them.
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        return "whsec_" + Base64.getEncoder().encodeToString(Arrays.copyOf(key, 24));
    }

    @Test
    void whatIsWrongWithSecretsIsToldButNotTheSecret(@TempDir Path directory) throws IOException {
        assertBad(directory, "whsec_AAAA", "must be whsec_ and 24 to 64 bytes");
        assertBad(directory, "hunter2hunter2hunter2hunter2", "line 1: must be whsec_");
        assertBad(directory, "whsec_!!!!", "is not base64");
        assertBad(directory, "\n\n", "must have 1 to 5 secrets");
        assertThatThrownBy(() -> Secrets.read(directory.resolve("none")))
                .hasMessageContaining("there is no such file");
    }

    private static void assertBad(Path directory, String text, String message) throws IOException {
        Path file = Files.writeString(directory.resolve("bad"), text);
        assertThatThrownBy(() -> Secrets.read(file))
                .hasMessageContaining(message)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aNameOfSecretsLeadsNowhereElse() {
        assertThat(Secrets.isName("acme-1.key")).isTrue();
        assertThat(Secrets.isName("../acme")).isFalse();
        assertThat(Secrets.isName(".acme")).isFalse();
        assertThat(Secrets.isName("a/b")).isFalse();
        assertThat(Secrets.isName("")).isFalse();
    }

    @Test
    void waitsDoubleUpToAMostAndDifferAndHeedTheReceiver() {
        var patience =
                new WebhookConfig.Patience(
                        Duration.ofSeconds(1),
                        Duration.ofHours(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(90));
        var backoff = new Backoff(patience, new Random(7));

        assertThat(most(backoff, 1)).isBetween(Duration.ofMillis(900), Duration.ofSeconds(1));
        assertThat(most(backoff, 4)).isBetween(Duration.ofMillis(7_500), Duration.ofSeconds(8));
        assertThat(most(backoff, 1_000)).isBetween(Duration.ofSeconds(57), Duration.ofSeconds(60));
        assertThat(backoff.after(1, Optional.of(Duration.ofSeconds(30))))
                .isEqualTo(Duration.ofSeconds(30));
    }

    private static Duration most(Backoff backoff, int failures) {
        Duration most = Duration.ZERO;
        for (int i = 0; i < 500; i++) {
            Duration wait = backoff.after(failures, Optional.empty());
            most = wait.compareTo(most) > 0 ? wait : most;
        }
        return most;
    }
}
