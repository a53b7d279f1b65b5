package io.broadsheet.runtime.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Claim checks on disk. */
class FileClaimsTest {

    @TempDir private Path directory;

    @Test
    void whatWasPutComesBackByItsClaim() throws IOException {
        var claims = new FileClaims(directory);

        String claim = claims.put(stream("a body"));

        assertThat(claim).matches("claim:sha256:[0-9a-f]{64}");
        try (InputStream payload = claims.get(claim).orElseThrow()) {
            assertThat(payload.readAllBytes()).isEqualTo(bytes("a body"));
        }
    }

    @Test
    void puttingTwiceIsPuttingOnce() throws IOException {
        var claims = new FileClaims(directory);

        assertThat(claims.put(stream("same"))).isEqualTo(claims.put(stream("same")));

        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void aClaimThatIsNotOursFindsNothingAndLeavesTheDirectory() throws IOException {
        var claims = new FileClaims(directory.resolve("claims"));
        Files.writeString(directory.resolve("secret"), "x");

        assertThat(claims.get("claim:sha256:../secret")).isEmpty();
        assertThat(claims.get("claim:sha256:" + "0".repeat(64))).isEmpty();
    }

    @Test
    void aStoreThatKeepsNothingStillNamesThePayloadTheSame() throws IOException {
        assertThat(ClaimStore.none().put(stream("a body")))
                .isEqualTo(new FileClaims(directory).put(stream("a body")));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
