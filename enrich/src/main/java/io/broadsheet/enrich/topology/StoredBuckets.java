package io.broadsheet.enrich.topology;

import io.broadsheet.enrich.cluster.Buckets;
import io.broadsheet.enrich.cluster.SketchIndex;
import io.broadsheet.v1.ArticleSketch;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The buckets of an index in a state store. The key is the bucket and the slot; in a value band and
 * time stand before the sketch, so that a sketch is read only if it may match.
 */
final class StoredBuckets implements Buckets {

    private static final int HEAD_BYTES = 2 * Long.BYTES;

    private final KeyValueStore<String, byte[]> store;
    private final Codec<ArticleSketch> codec;

    StoredBuckets(KeyValueStore<String, byte[]> store, Codec<ArticleSketch> codec) {
        this.store = store;
        this.codec = codec;
    }

    /** Forgets the buckets of an index that was larger. */
    void shrinkTo(int bucketCount) {
        List<String> beyond = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries =
                store.range(key(bucketCount, 0), key(Integer.MAX_VALUE, SketchIndex.SLOTS))) {
            entries.forEachRemaining(entry -> beyond.add(entry.key));
        }
        beyond.forEach(store::delete);
    }

    @Override
    public List<Slot> read(int bucket) {
        List<Slot> slots = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries =
                store.range(key(bucket, 0), key(bucket, SketchIndex.SLOTS))) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                slots.add(slot(slotOf(entry.key), entry.value));
            }
        }
        return slots;
    }

    @Override
    public void write(int bucket, int slot, long band, ArticleSketch sketch) {
        byte[] bytes = codec.encode(sketch);
        ByteBuffer value = ByteBuffer.allocate(HEAD_BYTES + bytes.length);
        value.putLong(band).putLong(sketch.getSeenAt().toEpochMilli()).put(bytes);
        store.put(key(bucket, slot), value.array());
    }

    private Slot slot(int number, byte[] value) {
        ByteBuffer head = ByteBuffer.wrap(value);
        long band = head.getLong();
        Instant seenAt = Instant.ofEpochMilli(head.getLong());
        return new Slot(
                number,
                band,
                seenAt,
                () -> codec.decodeStored(Arrays.copyOfRange(value, HEAD_BYTES, value.length)));
    }

    /** Eight hex digits and one. */
    private static String key(int bucket, int slot) {
        return HexFormat.of().toHexDigits(bucket) + Character.forDigit(slot, 16);
    }

    private static int slotOf(String key) {
        return Character.digit(key.charAt(key.length() - 1), 16);
    }
}
