package io.broadsheet.enrich.topology;

import io.broadsheet.state.v1.PendingArticle;

import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The texts of the articles of one partition that came lately and wait for nothing, in case one of
 * them turns out to have near-duplicates: the version that says so needs all of it. They are on
 * this machine's disk only, not on a changelog, which would be a fifth copy of everything; where a
 * partition moves to another machine its latest articles say their place with their next versions.
 * A partition that comes back finds the texts of then, so who takes one out has to look whether its
 * version is still the latest. Used by one thread.
 */
final class KeptTexts {

    /** Of one partition, so that the store is bounded; the eldest are let go. */
    private static final int COUNT_MAX = 10_000;

    private final KeyValueStore<String, PendingArticle> texts;
    private final Map<String, Instant> ends = new LinkedHashMap<>();

    /** Reads once what is here already. */
    KeptTexts(KeyValueStore<String, PendingArticle> texts) {
        this.texts = texts;
        try (KeyValueIterator<String, PendingArticle> all = texts.all()) {
            all.forEachRemaining(entry -> ends.put(entry.key, entry.value.getDeadline()));
        }
    }

    Optional<PendingArticle> find(String articleId) {
        return ends.containsKey(articleId)
                ? Optional.ofNullable(texts.get(articleId))
                : Optional.empty();
    }

    /** Keeps a text until its deadline, in place of that of an older version. */
    void put(String articleId, PendingArticle text) {
        ends.remove(articleId);
        ends.put(articleId, text.getDeadline());
        texts.put(articleId, text);
        if (ends.size() > COUNT_MAX) {
            remove(ends.keySet().iterator().next());
        }
    }

    /** Puts the next version in the place of one that is kept; its deadline stays. */
    void update(String articleId, PendingArticle text) {
        texts.put(articleId, text);
    }

    /** The text is not kept any more, if it was. */
    void remove(String articleId) {
        if (ends.remove(articleId) != null) {
            drop(articleId);
        }
    }

    /** Lets those go whose deadline has come: all are kept equally long, so the first are first. */
    void expire(Instant now) {
        Iterator<Map.Entry<String, Instant>> first = ends.entrySet().iterator();
        while (first.hasNext()) {
            Map.Entry<String, Instant> text = first.next();
            if (text.getValue().isAfter(now)) {
                return;
            }
            first.remove();
            drop(text.getKey());
        }
    }

    /** To delete answers with what was there, and reads all of it for that; this does not. */
    private void drop(String articleId) {
        texts.put(articleId, null);
    }
}
