package io.broadsheet.enrich.topology;

import io.broadsheet.state.v1.PendingArticle;

import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The articles of one partition that wait for their images, and in which order their waiting ends.
 * Who waits is also on the heap, about 300 bytes to an article: most articles do not, and to ask
 * the store for them, or for the first deadline behind those that are gone, was a tenth of the time
 * of enrichment. Used by one thread.
 */
final class PendingArticles {

    private static final byte[] NOTHING = new byte[0];

    private final KeyValueStore<String, PendingArticle> articles;
    private final KeyValueStore<String, byte[]> deadlines;
    private final Map<String, Wait> waits = new HashMap<>();
    private final NavigableSet<Wait> order =
            new TreeSet<>(
                    Comparator.comparingLong(Wait::untilMillis).thenComparing(Wait::articleId));

    /** Reads once who waits already. */
    PendingArticles(
            KeyValueStore<String, PendingArticle> articles,
            KeyValueStore<String, byte[]> deadlines) {
        this.articles = articles;
        this.deadlines = deadlines;
        try (KeyValueIterator<String, byte[]> all = deadlines.all()) {
            all.forEachRemaining(entry -> begin(Wait.of(entry.key)));
        }
    }

    int count() {
        return waits.size();
    }

    Optional<PendingArticle> find(String articleId) {
        return waits.containsKey(articleId)
                ? Optional.ofNullable(articles.get(articleId))
                : Optional.empty();
    }

    /** Lets an article wait; an older version of it no longer does. */
    void put(String articleId, PendingArticle article) {
        Wait wait = new Wait(article.getDeadline().toEpochMilli(), articleId);
        articles.put(articleId, article);
        Wait before = waits.get(articleId);
        if (before != null) {
            deadlines.delete(before.entry());
        }
        deadlines.put(wait.entry(), NOTHING);
        begin(wait);
    }

    /** Writes down an answer; the deadline stays. */
    void update(String articleId, PendingArticle article) {
        articles.put(articleId, article);
    }

    /** The article no longer waits, if it did. */
    void remove(String articleId) {
        Wait wait = waits.remove(articleId);
        if (wait != null) {
            order.remove(wait);
            // To delete answers with what was there, and reads a whole article for that.
            articles.put(articleId, null);
            deadlines.delete(wait.entry());
        }
    }

    /** The ids of those whose deadline has come, the longest overdue first. */
    List<String> due(Instant now, int countMax) {
        List<String> due = new ArrayList<>();
        Iterator<Wait> first = order.iterator();
        while (due.size() < countMax && first.hasNext()) {
            Wait wait = first.next();
            if (wait.untilMillis() > now.toEpochMilli()) {
                break;
            }
            due.add(wait.articleId());
        }
        return due;
    }

    private void begin(Wait wait) {
        Wait before = waits.put(wait.articleId(), wait);
        if (before != null) {
            order.remove(before);
        }
        order.add(wait);
    }

    private record Wait(long untilMillis, String articleId) {

        static Wait of(String entry) {
            int gap = entry.indexOf(' ');
            return new Wait(Long.parseLong(entry.substring(0, gap)), entry.substring(gap + 1));
        }

        /** Its key in the store, which sorts by the deadline too. */
        String entry() {
            return "%019d %s".formatted(untilMillis, articleId);
        }
    }
}
