package io.broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.runtime.settings.Settings;
import io.broadsheet.runtime.settings.SettingsInvalidException;
import io.broadsheet.sink.StoreConfig.PostgresServer;
import io.broadsheet.sink.StoreConfig.SqliteFile;
import io.broadsheet.sink.postgres.PostgresOptions;
import io.broadsheet.sink.postgres.PostgresOptions.SearchDepth;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.StoreKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Which store is meant by which settings, and that no password is ever shown. */
class StoreConfigTest {

    private static final String URL = "jdbc:postgresql://db.example:5432/news";

    @Test
    void aPathIsASqliteFile() {
        StoreConfig config = read(Map.of("store.url", "data/a.db"), Map.of());

        assertThat(config).isEqualTo(new SqliteFile(Path.of("data/a.db")));
        assertThat(config.open("test", InstantSource.system()))
                .singleElement()
                .extracting(ArticleStore::kind)
                .isEqualTo(StoreKind.SQLITE);
    }

    @Test
    void nothingSetIsTheFileOfTheEmbeddedDefault() {
        assertThat(read(Map.of(), Map.of()))
                .isEqualTo(new SqliteFile(Path.of("broadsheet-data/articles.db")));
    }

    @Test
    void anUrlIsAServerWithItsRolesAndOptions() {
        var config =
                (PostgresServer)
                        read(
                                Map.of(
                                        "store.url", URL + "?sslmode=verify-full",
                                        "store.owner.user", "news_owner",
                                        "store.schema", "news",
                                        "store.search", "head",
                                        "store.revisions", "true",
                                        "store.connections", "3"),
                                Map.of("STORE_PASSWORD", "letmein"));

        assertThat(config.address().name()).isEqualTo(URL);
        assertThat(config.address().schema()).isEqualTo("news");
        assertThat(config.address().writer().user()).isEqualTo("broadsheet");
        assertThat(config.address().writer().password().value()).isEqualTo("letmein");
        assertThat(config.address().owner())
                .hasValueSatisfying(owner -> assertThat(owner.user()).isEqualTo("news_owner"));
        assertThat(config.options()).isEqualTo(new PostgresOptions(SearchDepth.HEAD, true));
        assertThat(config.open("test", InstantSource.system()))
                .hasSize(3)
                .allSatisfy(store -> {
                    assertThat(store.kind().group()).isEqualTo("broadsheet-sink-postgres");
                    assertThat(store.kind().deadLetters().name())
                            .isEqualTo("news.dead-letters.sink-postgres.v1");
                });
    }

    @Test
    void passwordsComeFromFilesAndAreNeverShown(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("secret"), "letmein\n");

        var config =
                (PostgresServer)
                        read(
                                Map.of("store.url", URL),
                                Map.of("STORE_PASSWORD_FILE", file.toString()));

        assertThat(config.address().writer().password().value()).isEqualTo("letmein");
        assertThat(config.toString()).contains("****").doesNotContain("letmein");
    }

    @Test
    void aPasswordInTheUrlIsRefusedWithoutBeingShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of("store.url", URL + "?password=letmein"), Map.of()))
                .withMessageContaining("STORE_PASSWORD_FILE")
                .withMessageNotContaining("letmein");
    }

    @Test
    void whatIsNoServerOfOursIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of("store.url", "jdbc:mysql://x/y"), Map.of()))
                .withMessageContaining("jdbc:postgresql:");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> read(Map.of("store.url", URL, "store.schema", "a\"; DROP"), Map.of()))
                .withMessageContaining("store.schema");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of("store.url", URL, "store.user", "a\"b"), Map.of()));
    }

    @Test
    void aDepthThatDoesNotExistIsAnsweredWithThoseThatDo() {
        assertThatThrownBy(() -> read(Map.of("store.search", "deep"), Map.of()))
                .isInstanceOf(SettingsInvalidException.class)
                .hasMessageContaining("store.search = deep: must be off or head or full");
    }

    private static StoreConfig read(Map<String, String> file, Map<String, String> environment) {
        return StoreConfig.of(new Settings(StoreConfig.SETTINGS).read(file, environment));
    }
}
