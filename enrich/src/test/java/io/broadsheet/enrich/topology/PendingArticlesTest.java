package io.broadsheet.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.schemas.serde.StateSerde;
import io.broadsheet.state.v1.PendingArticle;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who waits, and until when, is known without asking the stores, and is in them all the same. */
class PendingArticlesTest {

    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

    private final KeyValueStore<String, PendingArticle> articles =
            store("articles", StateSerde.of(PendingArticle.class));
    private final KeyValueStore<String, byte[]> deadlines = store("deadlines", Serdes.ByteArray());
    private PendingArticles pending;

    @BeforeEach
    void open() {
        var context = new MockProcessorContext<Void, Void>();
        articles.init(context.getStateStoreContext(), articles);
        deadlines.init(context.getStateStoreContext(), deadlines);
        pending = new PendingArticles(articles, deadlines);
    }

    @Test
    void theLongestOverdueComesFirstAlsoForWhoOpensTheStoresLater() {
        pending.put("late", until(NOON.plusSeconds(9)));
        pending.put("first", until(NOON));
        pending.put("b second", until(NOON.plusSeconds(1)));
        pending.put("a second", until(NOON.plusSeconds(1)));

        for (var opened : List.of(pending, new PendingArticles(articles, deadlines))) {
            assertThat(opened.count()).isEqualTo(4);
            assertThat(opened.due(NOON.minusMillis(1), 9)).isEmpty();
            assertThat(opened.due(NOON, 9)).containsExactly("first");
            assertThat(opened.due(NOON.plusSeconds(1), 9))
                    .containsExactly("first", "a second", "b second");
            assertThat(opened.due(NOON.plusSeconds(99), 2)).containsExactly("first", "a second");
            assertThat(opened.find("late")).contains(until(NOON.plusSeconds(9)));
        }
    }

    @Test
    void aNewerVersionWaitsAnewAndTheOlderNoLonger() {
        pending.put("a", until(NOON));
        pending.put("a", until(NOON.plusSeconds(5)));

        assertThat(pending.count()).isEqualTo(1);
        assertThat(pending.due(NOON.plusSeconds(4), 9)).isEmpty();
        assertThat(pending.due(NOON.plusSeconds(5), 9)).containsExactly("a");
        assertThat(keys(deadlines)).hasSize(1);
    }

    @Test
    void nothingIsLeftOfWhoNoLongerWaits() {
        pending.put("a", until(NOON));

        pending.remove("a");
        pending.remove("never waited");

        assertThat(pending.count()).isZero();
        assertThat(pending.find("a")).isEmpty();
        assertThat(pending.due(NOON, 9)).isEmpty();
        assertThat(keys(articles)).isEmpty();
        assertThat(keys(deadlines)).isEmpty();
    }

    private static PendingArticle until(Instant deadline) {
        return PendingArticle.newBuilder()
                .setArticle(ByteBuffer.wrap(new byte[] {1}))
                .setOutstanding(List.of("image"))
                .setDeadline(deadline)
                .setRecordTimestamp(0)
                .build();
    }

    private static List<String> keys(KeyValueStore<String, ?> store) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, ?> all = store.all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    private static <V> KeyValueStore<String, V> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                .withLoggingDisabled()
                .build();
    }
}
