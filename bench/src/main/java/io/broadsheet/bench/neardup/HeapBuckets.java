package io.broadsheet.bench.neardup;

import io.broadsheet.enrich.cluster.Buckets;
import io.broadsheet.v1.ArticleSketch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The buckets of an index on the heap. */
final class HeapBuckets implements Buckets {

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
}
