package io.broadsheet.sink.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.sink.read.Opening;
import io.broadsheet.sink.read.StoreReader;
import io.broadsheet.sink.sql.Desk;
import io.broadsheet.sink.sql.StoreClient;
import io.broadsheet.sink.sql.StoreContract;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.ClaimResult.Claimed;
import io.broadsheet.sink.store.StoreBrokenException;
import io.broadsheet.sink.store.Unavailable;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;

/** The contract of stores, kept by a SQLite file, and what is particular to files. */
class SqliteStoreTest extends StoreContract {

    @TempDir Path directory;

    @Test
    void bodyAndTimesAreColumnsOfTheirOwn() {
        try (ArticleStore store = openStore("test")) {
            var client = new StoreClient(store);
            client.stored(client.claim(0), StoreClient.article("a", 1));
        }

        assertThat(desk().query("SELECT body FROM article")).containsExactly("正文 and body of a\n");
        assertThat(desk().query("SELECT version_created FROM article"))
                .containsExactly("2026-03-01T12:00:01.000Z");
    }

    @Test
    void aNewFileHasPagesThatHoldAnArticle() {
        try (ArticleStore store = openStore("test")) {
            new StoreClient(store).claim(0);
        }

        assertThat(desk().query("PRAGMA page_size")).containsExactly("16384");
        assertThat(desk().query("PRAGMA journal_mode")).containsExactly("wal");
    }

    @Test
    void imagesOfAnOlderFileStayWhereTheyAre() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file(), null, null)
                .locations("classpath:io/broadsheet/sink/sqlite")
                .target("1")
                .load()
                .migrate();
        desk().execute(
                        "INSERT INTO image (article_id, ordinal, image_id, url, roles, outcome,"
                                + " verdict) VALUES ('a', 0, 'i', 'https://news.example/i.png',"
                                + " 'BODY', 'OK', 'OK')");

        desk().execute("CREATE VIEW shown AS SELECT url FROM image");

        try (ArticleStore store = openStore("test")) {
            new StoreClient(store).claim(0);
        }

        assertThat(desk().query("SELECT url FROM shown"))
                .containsExactly("https://news.example/i.png");
        assertThat(desk().query("SELECT url FROM image WHERE article_id = 'a' AND ordinal = 0"))
                .containsExactly("https://news.example/i.png");
        assertThat(desk().query("SELECT name FROM sqlite_schema WHERE name = 'image_by_image'"))
                .containsExactly("image_by_image");
    }

    @Test
    void whatIsInTheWayMayGoAway() throws Exception {
        Files.writeString(directory.resolve("data"), "a file where the directory belongs");
        try (ArticleStore store = openStore("test")) {
            assertThat(store.claim(StoreClient.logFrom(0))).isInstanceOf(Unavailable.class);

            Files.delete(directory.resolve("data"));

            assertThat(store.claim(StoreClient.logFrom(0))).isInstanceOf(Claimed.class);
        }
    }

    @Test
    void aFileThatIsNoDatabaseStopsTheSink() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(
                file(), "this is not a database, and it is long enough to tell".repeat(99));

        try (ArticleStore store = openStore("test")) {
            assertThatThrownBy(() -> store.claim(StoreClient.logFrom(0)))
                    .isInstanceOf(StoreBrokenException.class)
                    .hasMessageContaining("articles.db cannot be written");
        }
    }

    @Override
    protected ArticleStore openStore(String owner) {
        return SqliteStore.at(file(), owner, () -> Instant.EPOCH);
    }

    @Override
    protected Desk desk() {
        return new Desk(() -> DriverManager.getConnection("jdbc:sqlite:" + file()));
    }

    @Override
    protected Opening read() {
        return StoreReader.open(file());
    }

    @Override
    protected void refuse(String articleId) {
        desk().execute(
                        """
                        CREATE TRIGGER refuse_%1$s BEFORE INSERT ON article
                        WHEN new.article_id = '%1$s'
                        BEGIN SELECT RAISE(ABORT, 'no'); END
                        """
                                .formatted(articleId));
    }

    private Path file() {
        return directory.resolve("data/articles.db");
    }
}
