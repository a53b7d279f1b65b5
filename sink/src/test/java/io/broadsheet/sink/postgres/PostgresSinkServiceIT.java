package io.broadsheet.sink.postgres;

import io.broadsheet.sink.SinkServiceContract;
import io.broadsheet.sink.read.Opening;
import io.broadsheet.sink.read.StoreReader;
import io.broadsheet.sink.store.ArticleStore;

import org.junit.jupiter.api.extension.ExtendWith;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The sink on a real broker, into schemas of a real PostgreSQL. */
@ExtendWith(WithPostgres.class)
class PostgresSinkServiceIT extends SinkServiceContract {

    private final TestServer server;
    private final Map<String, PostgresAddress> schemas = new HashMap<>();

    PostgresSinkServiceIT(TestServer server) {
        this.server = server;
    }

    @Override
    protected ArticleStore openStore(String name) {
        return PostgresStore.at(
                schema(name), PostgresOptions.defaults(), "test", InstantSource.system());
    }

    @Override
    protected Opening read(String name) {
        return StoreReader.open(schema(name));
    }

    private PostgresAddress schema(String name) {
        return schemas.computeIfAbsent(name, _ -> server.freshSchema());
    }
}
