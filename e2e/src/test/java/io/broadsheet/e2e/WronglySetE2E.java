package io.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/** A service that is wrongly set, seen from who started its process. */
class WronglySetE2E {

    @Test
    void theExitCodeSaysSo(@TempDir Path directory) throws Exception {
        Path file =
                Files.writeString(directory.resolve("c.properties"), "store.url=jdbc:other:x\n");

        var result = BroadsheetProcess.run("sink", "--config", file.toString());

        assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
        assertThat(result.err()).contains("broadsheet: store.url must be");
    }
}
