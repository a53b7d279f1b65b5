package io.broadsheet.enrich.cluster;

import io.broadsheet.v1.ArticleSketch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Buckets on the heap, for an index that no process outlives: of measurements and tests. */
public final class HeapBuckets implements Buckets {

    private final Map<Integer, TreeMap<Integer, Slot>> buckets = new HashMap<>();

    @Override
    public List<Slot> read(int bucket) {
        return List.copyOf(buckets.getOrDefault(bucket, new TreeMap<>()).values());
    }

    @Override
    public void write(int bucket, int slot, long band, ArticleSketch sketch) {
        buckets.computeIfAbsent(bucket, _ -> new TreeMap<>())
                .put(slot, new Slot(slot, band, sketch.getSeenAt(), () -> sketch));
    }

    /** How many slots are taken. */
    public int size() {
        return buckets.values().stream().mapToInt(Map::size).sum();
    }
}
