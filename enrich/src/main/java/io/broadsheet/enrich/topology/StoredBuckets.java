package io.broadsheet.enrich.topology;

import io.broadsheet.enrich.cluster.Buckets;
import io.broadsheet.enrich.cluster.SketchIndex;
import io.broadsheet.v1.ArticleSketch;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/**
 * The buckets of an index in a state store. The key is the bucket and the slot; in a value band and
 * time stand before the sketch. Band and time of all slots are on the heap too, 150 bytes to a
 * bucket: most sketches meet nobody, and the store is only asked for those that may match.
 */
final class StoredBuckets implements Buckets {

    private static final int BUCKET_DIGITS = 8;
    private static final int HEAD_LONGS = 2;
    private static final int HEAD_BYTES = HEAD_LONGS * Long.BYTES;

    /** In place of the time of a slot that is free. */
    private static final long FREE = Long.MIN_VALUE;

    private final KeyValueStore<String, byte[]> store;
    private final Codec<ArticleSketch> codec;
    private final long[] @Nullable [] heads;

    /**
     * Reads the heads of all that is stored, and forgets buckets that a larger index had.
     *
     * @param bucketCount how many buckets there are
     */
    StoredBuckets(
            KeyValueStore<String, byte[]> store, Codec<ArticleSketch> codec, int bucketCount) {
        this.store = store;
        this.codec = codec;
        this.heads = new long[bucketCount][];
        List<String> beyond = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries = store.all()) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                int bucket = HexFormat.fromHexDigits(entry.key, 0, BUCKET_DIGITS);
                if (bucket < bucketCount) {
                    ByteBuffer head = ByteBuffer.wrap(entry.value);
                    note(bucket, slotOf(entry.key), head.getLong(), head.getLong());
                } else {
                    beyond.add(entry.key);
                }
            }
        }
        beyond.forEach(store::delete);
    }

    @Override
    public List<Slot> read(int bucket) {
        long[] head = heads[bucket];
        List<Slot> slots = new ArrayList<>();
        for (int slot = 0; head != null && slot < SketchIndex.SLOTS; slot++) {
            long seenAt = head[slot * HEAD_LONGS + 1];
            if (seenAt != FREE) {
                Supplier<ArticleSketch> sketch = sketch(key(bucket, slot));
                long band = head[slot * HEAD_LONGS];
                slots.add(new Slot(slot, band, Instant.ofEpochMilli(seenAt), sketch));
            }
        }
        return slots;
    }

    @Override
    public void write(int bucket, int slot, long band, ArticleSketch sketch) {
        byte[] bytes = codec.encode(sketch);
        long seenAt = sketch.getSeenAt().toEpochMilli();
        ByteBuffer value = ByteBuffer.allocate(HEAD_BYTES + bytes.length);
        value.putLong(band).putLong(seenAt).put(bytes);
        store.put(key(bucket, slot), value.array());
        note(bucket, slot, band, seenAt);
    }

    private void note(int bucket, int slot, long band, long seenAt) {
        long[] head = heads[bucket];
        if (head == null) {
            head = new long[SketchIndex.SLOTS * HEAD_LONGS];
            Arrays.fill(head, FREE);
            heads[bucket] = head;
        }
        head[slot * HEAD_LONGS] = band;
        head[slot * HEAD_LONGS + 1] = seenAt;
    }

    private Supplier<ArticleSketch> sketch(String key) {
        return () -> {
            byte[] value = store.get(key);
            return codec.decodeStored(Arrays.copyOfRange(value, HEAD_BYTES, value.length));
        };
    }

    /** Eight hex digits and one. */
    private static String key(int bucket, int slot) {
        return HexFormat.of().toHexDigits(bucket) + Character.forDigit(slot, 16);
    }

    private static int slotOf(String key) {
        return Character.digit(key.charAt(BUCKET_DIGITS), 16);
    }
}
