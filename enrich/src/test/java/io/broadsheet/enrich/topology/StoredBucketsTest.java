package io.broadsheet.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.enrich.cluster.Buckets;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.InMemorySchemaRegistry;
import io.broadsheet.v1.ArticleSketch;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/** What is written into a bucket is there, also for who opens the store later. */
class StoredBucketsTest {

    private static final Instant SEEN = Instant.parse("2026-02-03T05:00:00.123Z");
    private static final long BAND = 0x8000_0000_0000_0005L;

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final KeyValueStore<String, byte[]> store =
            Stores.keyValueStoreBuilder(
                            Stores.inMemoryKeyValueStore("buckets"),
                            Serdes.String(),
                            Serdes.ByteArray())
                    .withLoggingDisabled()
                    .build();
    private Codec<ArticleSketch> codec;

    @BeforeEach
    void open() {
        registry.register(Topics.CLUSTER_SKETCHES.subject(), Topics.CLUSTER_SKETCHES.schema());
        codec = new Codec<>(Topics.CLUSTER_SKETCHES, registry, RegistryPatience.standard());
        var context = new MockProcessorContext<Void, Void>();
        store.init(context.getStateStoreContext(), store);
    }

    @Test
    void aBucketHasWhatWasWrittenAlsoWhenTheStoreIsOpenedAgain() {
        StoredBuckets written = new StoredBuckets(store, codec, 10);
        written.write(7, 0, BAND, sketch("zero", SEEN));
        written.write(7, 3, 1, sketch("three", SEEN.plusSeconds(1)));
        written.write(7, 3, 2, sketch("instead", SEEN.plusSeconds(2)));

        for (StoredBuckets buckets : List.of(written, new StoredBuckets(store, codec, 10))) {
            List<Buckets.Slot> slots = buckets.read(7);
            assertThat(slots).extracting(Buckets.Slot::number).containsExactly(0, 3);
            assertThat(slots).extracting(Buckets.Slot::band).containsExactly(BAND, 2L);
            assertThat(slots)
                    .extracting(Buckets.Slot::seenAt)
                    .containsExactly(SEEN, SEEN.plusSeconds(2));
            assertThat(slots)
                    .extracting(slot -> slot.sketch().get().getArticleId())
                    .containsExactly("zero", "instead");
            assertThat(buckets.read(6)).isEmpty();
        }
    }

    @Test
    void anIndexThatBecameSmallerForgetsTheBucketsBeyond() {
        new StoredBuckets(store, codec, 10).write(9, 0, BAND, sketch("beyond", SEEN));

        assertThat(new StoredBuckets(store, codec, 9).read(8)).isEmpty();

        assertThat(new StoredBuckets(store, codec, 10).read(9)).isEmpty();
    }

    private static ArticleSketch sketch(String articleId, Instant seenAt) {
        return ArticleSketch.newBuilder()
                .setArticleId(articleId)
                .setFirstCreated(seenAt)
                .setSeenAt(seenAt)
                .setSource(1)
                .setTextHash(2)
                .setWeight(3)
                .setMinima(ByteBuffer.allocate(0))
                .setNumbers(ByteBuffer.allocate(0))
                .build();
    }
}
