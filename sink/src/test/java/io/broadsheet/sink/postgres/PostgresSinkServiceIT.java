package io.broadsheet.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.broadsheet.sink.SinkService;
import io.broadsheet.sink.SinkServiceContract;
import io.broadsheet.sink.read.Opening;
import io.broadsheet.sink.read.StoreReader;
import io.broadsheet.sink.store.ArticleStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sink on a real broker, into schemas of a real PostgreSQL. */
@ExtendWith(WithPostgres.class)
class PostgresSinkServiceIT extends SinkServiceContract {

    private final TestServer server;
    private final Map<String, PostgresAddress> schemas = new HashMap<>();

    PostgresSinkServiceIT(TestServer server) {
        this.server = server;
    }

    @Test
    void workersShareThePartitionsAndEachArticleIsThereOnce() {
        publish("shared", 0, 300);
        List<ArticleStore> three = Stream.generate(() -> openStore("w")).limit(3).toList();

        try (SinkService sink = startSink(three, batchesOf(20))) {
            untilAllIsStored(sink);
            publish("shared", 300, 600);
            untilAllIsStored(sink);

            assertThat(sink.counts().unchanged()).isZero();
            // The others may have stored all of it before the last worker had its share.
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(sink.notReady()).isEmpty());
        }
        assertThat(stored("w", "shared"))
                .containsExactlyInAnyOrderElementsOf(ids("shared", 0, 600));
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
