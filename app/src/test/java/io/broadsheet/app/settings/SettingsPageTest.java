package io.broadsheet.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.enrich.service.EnrichConfig;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.runtime.settings.Setting;
import io.broadsheet.runtime.settings.SettingsInvalidException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of all services together, and the page about them. */
class SettingsPageTest {

    @Test
    void thePageIsWhatTheServicesDeclare() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "settings.md")))
                .as("write it with: ./broadsheet settings > docs/settings.md")
                .isEqualTo(SettingsPage.markdown());
    }

    @Test
    void everySettingBelongsToOneService() {
        List<String> keys =
                AllSettings.byService().values().stream()
                        .flatMap(List::stream)
                        .map(Setting::key)
                        .toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void theFileIsReadAndTheEnvironmentWins(@TempDir Path directory) throws IOException {
        Path file =
                Files.writeString(
                        directory.resolve("b.properties"),
                        """
                        enrich.threads = 3
                        enrich.commit.interval = 1s
                        enrich.utc.offset.corrections = outlet-a=-8h, outlet-b=30m
                        """);

        var values = AllSettings.read(Optional.of(file), Map.of("ENRICH_THREADS", "4"));
        var config = EnrichConfig.of(values, directory);

        assertThat(config.threads()).isEqualTo(4);
        assertThat(config.commitInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.steps().correctionFor("outlet-a")).contains(Duration.ofHours(-8));
        assertThat(config.steps().correctionFor("outlet-b")).contains(Duration.ofMinutes(30));
    }

    @Test
    void aCorrectionThatIsNoneIsToldWithWhatWouldBeRight() {
        var environment = Map.of("ENRICH_UTC_OFFSET_CORRECTIONS", "outlet-a");

        assertThatThrownBy(() -> AllSettings.read(Optional.empty(), environment))
                .isInstanceOf(SettingsInvalidException.class)
                .hasMessageContaining("outlet-a=-8h");
    }

    @Test
    void aFileThatIsNotThereIsTheUsersMistake(@TempDir Path directory) {
        Path missing = directory.resolve("missing.properties");

        assertThatThrownBy(() -> AllSettings.read(Optional.of(missing), Map.of()))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining(missing.toString());
    }
}
