package io.broadsheet.enrich.topology;

import io.broadsheet.state.v1.PendingArticle;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The articles of one partition that wait for their images, and in which order their waiting ends.
 * Used by one thread.
 */
final class PendingArticles {

    private static final byte[] NOTHING = new byte[0];

    private final KeyValueStore<String, PendingArticle> articles;
    private final KeyValueStore<String, byte[]> deadlines;
    private int count;

    /** Counts once what waits already: the stores themselves only estimate. */
    PendingArticles(
            KeyValueStore<String, PendingArticle> articles,
            KeyValueStore<String, byte[]> deadlines) {
        this.articles = articles;
        this.deadlines = deadlines;
        try (KeyValueIterator<String, byte[]> all = deadlines.all()) {
            all.forEachRemaining(_ -> count++);
        }
    }

    int count() {
        return count;
    }

    Optional<PendingArticle> find(String articleId) {
        return Optional.ofNullable(articles.get(articleId));
    }

    /** Lets an article wait; an older version of it no longer does. */
    void put(String articleId, PendingArticle article) {
        remove(articleId);
        articles.put(articleId, article);
        deadlines.put(entry(article.getDeadline(), articleId), NOTHING);
        count++;
    }

    /** Writes down an answer; the deadline stays. */
    void update(String articleId, PendingArticle article) {
        articles.put(articleId, article);
    }

    /** The article no longer waits, if it did. */
    void remove(String articleId) {
        PendingArticle article = count == 0 ? null : articles.get(articleId);
        if (article != null) {
            articles.delete(articleId);
            deadlines.delete(entry(article.getDeadline(), articleId));
            count--;
        }
    }

    /** The ids of those whose deadline has come, the longest overdue first. */
    List<String> due(Instant now, int countMax) {
        List<String> due = new ArrayList<>();
        @Nullable String first = null;
        try (KeyValueIterator<String, byte[]> entries =
                deadlines.range(first, entry(now.plusMillis(1), ""))) {
            while (entries.hasNext() && due.size() < countMax) {
                KeyValue<String, byte[]> entry = entries.next();
                due.add(entry.key.substring(entry.key.indexOf(' ') + 1));
            }
        }
        return due;
    }

    /** Sorts by the deadline, as text too. */
    private static String entry(Instant deadline, String articleId) {
        return "%019d %s".formatted(deadline.toEpochMilli(), articleId);
    }
}
