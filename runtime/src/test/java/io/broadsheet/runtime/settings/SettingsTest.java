package io.broadsheet.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reading settings from a file and an environment. */
class SettingsTest {

    private static final Setting<Integer> THREADS =
            Setting.integer("stream.threads", "threads", 2, new Setting.IntBounds(1, 64));
    private static final Setting<Duration> DEADLINE =
            Setting.duration("image.deadline", "how long", Duration.ofMinutes(2));
    private static final Setting<Boolean> CHECKS = Setting.flag("image.checks", "whether", true);
    private static final Settings SETTINGS = new Settings(List.of(THREADS, DEADLINE, CHECKS));

    @Test
    void whatIsNotSetHasItsDefault() {
        SettingValues values = SETTINGS.read(Map.of(), Map.of());

        assertThat(values.get(THREADS)).isEqualTo(2);
        assertThat(values.get(DEADLINE)).isEqualTo(Duration.ofMinutes(2));
        assertThat(values.get(CHECKS)).isTrue();
    }

    @Test
    void theEnvironmentWinsOverTheFile() {
        SettingValues values =
                SETTINGS.read(Map.of("stream.threads", "3"), Map.of("STREAM_THREADS", "4"));

        assertThat(values.get(THREADS)).isEqualTo(4);
    }

    @Test
    void durationsAreReadInEveryUnit() {
        Map<String, Duration> written =
                Map.of(
                        "500ms", Duration.ofMillis(500),
                        "30s", Duration.ofSeconds(30),
                        "5m", Duration.ofMinutes(5),
                        "2h", Duration.ofHours(2),
                        "1d", Duration.ofDays(1),
                        "PT1M30S", Duration.ofSeconds(90));
        written.forEach((text, span) ->
                assertThat(SETTINGS.read(Map.of("image.deadline", text), Map.of()).get(DEADLINE))
                        .as(text)
                        .isEqualTo(span));
    }

    @Test
    void allProblemsAreToldAtOnceAndAnUnknownKeyNamesTheNearest() {
        Map<String, String> file =
                Map.of("stream.threads", "many", "image.deadlin", "1s", "image.deadline", "soon");

        assertThatThrownBy(() -> SETTINGS.read(file, Map.of()))
                .isInstanceOf(SettingsInvalidException.class)
                .hasMessageContaining("3 settings are wrong")
                .hasMessageContaining("stream.threads = many: must be a whole number from 1 to 64")
                .hasMessageContaining("image.deadline = soon: must be a time")
                .hasMessageContaining(
                        "image.deadlin: there is no such setting; did you mean image.deadline?");
    }

    @Test
    void aVariableMayNameAFileThatHoldsTheValue(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("threads"), "7\n");

        SettingValues values =
                SETTINGS.read(Map.of(), Map.of("STREAM_THREADS_FILE", secret.toString()));

        assertThat(values.get(THREADS)).isEqualTo(7);
    }

    @Test
    void aSecretThatIsWrongIsToldButNotShown() {
        Setting<Secret> token =
                new Setting<>(
                        "door.token",
                        "a token",
                        "16 characters or more",
                        Secret.NONE,
                        "",
                        text -> Optional.of(text).filter(it -> it.length() > 15).map(Secret::new));
        var settings = new Settings(List.of(token));

        assertThatThrownBy(() -> settings.read(Map.of(), Map.of("DOOR_TOKEN", "hunter2")))
                .hasMessageContaining("door.token = ****: must be 16 characters or more")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aFileOfAVariableThatIsNotThereIsSaidToBeMissing(@TempDir Path directory) {
        Path nowhere = directory.resolve("nowhere");

        assertThatThrownBy(() ->
                        SETTINGS.read(Map.of(), Map.of("STREAM_THREADS_FILE", nowhere.toString())))
                .hasMessageContaining(
                        "STREAM_THREADS_FILE = %s: cannot be read: there is no such file"
                                .formatted(nowhere));
    }

    @Test
    void aSecretOfKafkaOrTheRegistryMayComeAsAFileAndWinsOverItsVariable(@TempDir Path directory)
            throws IOException {
        Path jaas = Files.writeString(directory.resolve("jaas"), "PlainLoginModule required;\n");
        Path user = Files.writeString(directory.resolve("user"), "reader:secret");

        SettingValues values =
                SETTINGS.read(
                        Map.of("kafka.sasl.jaas.config", "of the properties"),
                        Map.of(
                                "KAFKA_SASL_JAAS_CONFIG", "of the variable",
                                "KAFKA_SASL_JAAS_CONFIG_FILE", jaas.toString(),
                                "BASIC_AUTH_USER_INFO_FILE", user.toString()));

        assertThat(values.passedThrough())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "kafka.sasl.jaas.config", "PlainLoginModule required;",
                                "basic.auth.user.info", "reader:secret"));
    }

    @Test
    void whatKafkaItselfTakesAsAFileStaysOne() {
        SettingValues values =
                SETTINGS.read(
                        Map.of(), Map.of("KAFKA_SASL_OAUTHBEARER_ASSERTION_FILE", "/run/token"));

        assertThat(values.passedThrough())
                .containsOnly(Map.entry("kafka.sasl.oauthbearer.assertion.file", "/run/token"));
    }

    @Test
    void aFileOfASecretOfKafkaThatIsNotThereIsToldOnce(@TempDir Path directory) {
        Map<String, String> environment =
                Map.of(
                        "KAFKA_SSL_KEY_PASSWORD",
                        "old",
                        "KAFKA_SSL_KEY_PASSWORD_FILE",
                        directory.resolve("nowhere").toString());

        assertThatThrownBy(() -> SETTINGS.read(Map.of(), environment))
                .hasMessageContaining("1 setting is wrong")
                .hasMessageContaining("KAFKA_SSL_KEY_PASSWORD_FILE = ")
                .hasMessageContaining("cannot be read: there is no such file");
    }

    @Test
    void settingsOfKafkaPassThroughUnderTheirOwnNames() {
        SettingValues values =
                SETTINGS.read(
                        Map.of("kafka.producer.linger.ms", "5"),
                        Map.of("SCHEMA_REGISTRY_URL", "http://localhost:8081"));

        assertThat(values.passedThrough())
                .containsEntry("kafka.producer.linger.ms", "5")
                .containsEntry("schema.registry.url", "http://localhost:8081");
    }
}
