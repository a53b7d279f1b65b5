package io.broadsheet.enrich.cluster;

import io.broadsheet.v1.ArticleSketch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Buckets on the heap. */
final class MapBuckets implements Buckets {

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

    int size() {
        return buckets.values().stream().mapToInt(Map::size).sum();
    }
}
