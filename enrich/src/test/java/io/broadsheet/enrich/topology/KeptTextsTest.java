package io.broadsheet.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.state.v1.PendingArticle;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The latest texts are at hand, and only they. */
class KeptTextsTest {

    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

    private final KeyValueStore<String, byte[]> store =
            Stores.keyValueStoreBuilder(
                            Stores.inMemoryKeyValueStore("texts"),
                            Serdes.String(),
                            Serdes.ByteArray())
                    .withLoggingDisabled()
                    .build();
    private KeptTexts texts;

    @BeforeEach
    void open() {
        store.init(new MockProcessorContext<Void, Void>().getStateStoreContext(), store);
        texts = new KeptTexts(store);
    }

    @Test
    void aTextIsThereUntilItsTimeIsOverAlsoForWhoOpensTheStoreLater() {
        texts.put("a", text(1, NOON));
        texts.put("b", text(2, NOON.plusSeconds(1)));

        for (KeptTexts opened : List.of(texts, new KeptTexts(store))) {
            opened.expire(NOON.minusMillis(1));
            assertThat(opened.find("a")).contains(text(1, NOON));
        }

        texts.expire(NOON);

        assertThat(texts.find("a")).isEmpty();
        assertThat(store.get("a")).isNull();
        assertThat(texts.find("b")).isPresent();
    }

    @Test
    void aNewerTextTakesThePlaceAndTheTimeOfTheOlder() {
        texts.put("a", text(1, NOON));
        texts.put("b", text(2, NOON.plusSeconds(1)));
        texts.put("a", text(3, NOON.plusSeconds(2)));

        texts.expire(NOON.plusSeconds(1));

        assertThat(texts.find("a")).contains(text(3, NOON.plusSeconds(2)));
        assertThat(texts.find("b")).isEmpty();
    }

    @Test
    void theEldestGoesFirstAlsoWhereIdsAreSortedOtherwise() {
        texts.put("b", text(1, NOON));
        texts.put("a", text(2, NOON.plusSeconds(1)));

        var opened = new KeptTexts(store);
        opened.expire(NOON);

        assertThat(opened.find("b")).isEmpty();
        assertThat(opened.find("a")).isPresent();
    }

    @Test
    void whatAnotherVersionWroteIsLetGo() {
        texts.put("a", text(1, NOON));
        store.put("b", new byte[] {1, 2, 3});

        var opened = new KeptTexts(store);

        assertThat(opened.find("a")).isPresent();
        assertThat(opened.find("b")).isEmpty();
        assertThat(store.get("b")).isNull();
    }

    @Test
    void whatIsUpdatedKeepsItsTimeAndWhatIsRemovedIsGone() {
        texts.put("a", text(1, NOON));
        texts.update("a", text(2, NOON));
        assertThat(texts.find("a")).contains(text(2, NOON));

        texts.remove("a");
        texts.remove("never seen");

        assertThat(texts.find("a")).isEqualTo(Optional.empty());
        assertThat(store.get("a")).isNull();
    }

    @Test
    void ofTooManyTheEldestIsLetGo() {
        for (int i = 0; i <= 10_000; i++) {
            texts.put("article " + i, text(1, NOON));
        }

        assertThat(texts.find("article 0")).isEmpty();
        assertThat(texts.find("article 1")).isPresent();
        assertThat(texts.find("article 10000")).isPresent();
    }

    private static PendingArticle text(int content, Instant deadline) {
        return PendingArticle.newBuilder()
                .setArticle(ByteBuffer.wrap(new byte[] {(byte) content}))
                .setOutstanding(List.of())
                .setDeadline(deadline)
                .setRecordTimestamp(0)
                .build();
    }
}
