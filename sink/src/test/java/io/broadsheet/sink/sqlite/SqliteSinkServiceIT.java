package io.broadsheet.sink.sqlite;

import io.broadsheet.sink.SinkServiceContract;
import io.broadsheet.sink.read.Opening;
import io.broadsheet.sink.read.StoreReader;
import io.broadsheet.sink.store.ArticleStore;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;

/** The sink on a real broker, into SQLite files. */
class SqliteSinkServiceIT extends SinkServiceContract {

    @TempDir Path directory;

    @Override
    protected ArticleStore openStore(String name) {
        return SqliteStore.at(file(name), "test", InstantSource.system());
    }

    @Override
    protected Opening read(String name) {
        return StoreReader.open(file(name));
    }

    private Path file(String name) {
        return directory.resolve(name + ".db");
    }
}
