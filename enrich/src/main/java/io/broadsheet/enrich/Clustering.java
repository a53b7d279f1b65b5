package io.broadsheet.enrich;

import java.time.Duration;
import java.util.Set;

/**
 * Whether near-duplicates are looked for, and how far back.
 *
 * @param enabled if not, no article is compared with others
 * @param exceptSources the sourceIds whose articles are not compared
 * @param window articles that came further apart than this are not compared
 * @param entriesMax how many sketches one partition of the index keeps at most; an article has four
 */
public record Clustering(
        boolean enabled, Set<String> exceptSources, Duration window, int entriesMax) {

    private static final Duration WINDOW_DEFAULT = Duration.ofDays(14);
    private static final int ENTRIES_MAX_DEFAULT = 400_000;

    /** Refuses impossible bounds and keeps its own copy of the set. */
    public Clustering {
        if (window.isNegative() || entriesMax < 1) {
            throw new IllegalArgumentException("window must not be negative, nor entriesMax zero");
        }
        exceptSources = Set.copyOf(exceptSources);
    }

    /** Enabled for all sources, 14 days, 400,000 sketches. */
    public static Clustering defaults() {
        return new Clustering(true, Set.of(), WINDOW_DEFAULT, ENTRIES_MAX_DEFAULT);
    }

    /** Nothing is compared. */
    public static Clustering disabled() {
        return new Clustering(false, Set.of(), WINDOW_DEFAULT, ENTRIES_MAX_DEFAULT);
    }

    /** Whether the articles of a source are compared. */
    public boolean isOn(String sourceId) {
        return enabled && !exceptSources.contains(sourceId);
    }
}
