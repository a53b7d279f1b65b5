package io.broadsheet.desk.watch;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The latest of many, by key: at most twice as many as are wanted are held, then the oldest go.
 *
 * @param <V> what is kept
 */
public final class Recent<V> {

    private final int keptMax;
    private final Comparator<V> latestFirst;
    private final Map<String, V> kept = new HashMap<>();

    /**
     * @param keptMax how many are surely kept
     * @param time of one
     */
    public Recent(int keptMax, Function<V, Instant> time) {
        this.keptMax = keptMax;
        this.latestFirst = Comparator.comparing(time).reversed();
    }

    /** Keeps one, in place of the one of its key. */
    public synchronized void put(String key, V value) {
        kept.put(key, value);
        if (kept.size() >= 2L * keptMax) {
            List<V> latest = latest();
            kept.values().retainAll(Set.copyOf(latest));
        }
    }

    /** Forgets one. */
    public synchronized void remove(String key) {
        kept.remove(key);
    }

    /** One of them. */
    public synchronized Optional<V> find(String key) {
        return Optional.ofNullable(kept.get(key));
    }

    /** The latest, the newest first. */
    public synchronized List<V> latest() {
        return kept.values().stream().sorted(latestFirst).limit(keptMax).toList();
    }
}
