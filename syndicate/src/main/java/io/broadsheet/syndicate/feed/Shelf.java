package io.broadsheet.syndicate.feed;

import io.broadsheet.syndicate.filter.ArticleFilter;
import io.broadsheet.syndicate.tail.Entry;
import io.broadsheet.v1.EnrichedArticle;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The latest articles: so many of each source, so many bytes of all. It is filled from the topic of
 * the latest versions, from its beginning, so a restart makes it as it was. Safe for many threads.
 */
public final class Shelf {

    private static final long STRETCH_BYTES_MAX = 4L * 1024 * 1024;

    private final int perSourceMax;
    private final long bytesMax;
    private final Map<String, Held> byId = new HashMap<>();
    private final Map<String, NavigableSet<Held>> bySource = new HashMap<>();
    private final NavigableSet<Held> all = new TreeSet<>(Held.NEWEST_FIRST);
    private long bytes;

    /**
     * @param perSourceMax articles of a source
     * @param bytesMax of all articles, as they are on Kafka
     */
    public Shelf(int perSourceMax, long bytesMax) {
        this.perSourceMax = perSourceMax;
        this.bytesMax = bytesMax;
    }

    /**
     * A stretch of the articles that were asked for.
     *
     * @param held the newest first
     * @param next cursor of the next stretch; empty if there is none
     */
    record Stretch(List<Held> held, Optional<String> next) {

        /** When something of it last changed; empty if it has nothing. */
        Optional<Instant> changedAt() {
            return held.stream().map(Held::changedAt).max(Instant::compareTo);
        }
    }

    /** Takes a record of the topic. */
    public synchronized void take(Entry entry) {
        Entry.Mark mark = entry.mark();
        Optional<EnrichedArticle> article = entry.article();
        if (article.isEmpty() || ArticleFilter.isRetraction(article.get())) {
            Optional.ofNullable(byId.get(mark.articleId()))
                    .filter(held -> held.article().isPresent())
                    .ifPresent(held -> put(held.gone(mark.at())));
        } else {
            put(held(article.get(), entry.bytes()));
        }
    }

    private static Held held(EnrichedArticle article, int bytes) {
        return new Held(
                article.getArticleId(),
                article.getSource().getSourceId(),
                article.getFirstCreated(),
                article.getVersionCreated(),
                Optional.of(article),
                bytes);
    }

    private void put(Held held) {
        Optional.ofNullable(byId.get(held.articleId())).ifPresent(this::remove);
        byId.put(held.articleId(), held);
        NavigableSet<Held> ofSource =
                bySource.computeIfAbsent(held.sourceId(), _ -> new TreeSet<>(Held.NEWEST_FIRST));
        ofSource.add(held);
        all.add(held);
        bytes += held.bytes();
        if (ofSource.size() > perSourceMax) {
            remove(ofSource.last());
        }
        while (bytes > bytesMax && all.size() > 1) {
            remove(all.last());
        }
    }

    private void remove(Held held) {
        byId.remove(held.articleId());
        all.remove(held);
        bytes -= held.bytes();
        NavigableSet<Held> ofSource = bySource.get(held.sourceId());
        if (ofSource != null) {
            ofSource.remove(held);
            if (ofSource.isEmpty()) {
                bySource.remove(held.sourceId());
            }
        }
    }

    /** An article, or that there was one; empty if it is not here. */
    synchronized Optional<Held> find(String articleId) {
        return Optional.ofNullable(byId.get(articleId));
    }

    /**
     * The articles behind another: no more than are wanted, and beyond the first no more than 4
     * MiB.
     *
     * @param cursor of that one; empty for the newest
     * @param limit how many at most
     */
    synchronized Stretch read(ArticleFilter filter, Optional<String> cursor, int limit) {
        List<Held> found =
                among(filter).stream()
                        .filter(behind(cursor))
                        .filter(held -> isWanted(filter, held))
                        .limit(limit + 1L)
                        .toList();
        List<Held> shown = found.subList(0, fitting(found, limit));
        boolean more = found.size() > shown.size();
        return new Stretch(shown, more ? Optional.of(shown.getLast().cursor()) : Optional.empty());
    }

    private static int fitting(List<Held> found, int limit) {
        long sum = 0;
        int fitting = 0;
        while (fitting < Math.min(limit, found.size())) {
            sum += found.get(fitting).bytes();
            if (fitting > 0 && sum > STRETCH_BYTES_MAX) {
                return fitting;
            }
            fitting++;
        }
        return fitting;
    }

    private NavigableSet<Held> among(ArticleFilter filter) {
        return filter.sources().size() == 1
                ? bySource.getOrDefault(
                        filter.sources().iterator().next(), Collections.emptyNavigableSet())
                : all;
    }

    /** That one was taken back all must hear who may have shown it. */
    private static boolean isWanted(ArticleFilter filter, Held held) {
        return held.article()
                .map(filter::takes)
                .orElseGet(() -> filter.takesSource(held.sourceId()));
    }

    private static Predicate<Held> behind(Optional<String> cursor) {
        if (cursor.isEmpty()) {
            return _ -> true;
        }
        String[] sides = cursor.get().split("-", 2);
        Instant firstCreated = Instant.ofEpochMilli(Long.parseLong(sides[0], Character.MAX_RADIX));
        var last = new Held(sides[1], "", firstCreated, firstCreated, Optional.empty(), 0);
        return held -> Held.NEWEST_FIRST.compare(held, last) > 0;
    }

    /** How many there are. */
    public synchronized int size() {
        return all.size();
    }
}
