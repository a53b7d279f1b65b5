package io.broadsheet.enrich.topology;

import io.broadsheet.schemas.serde.StateSerde;
import io.broadsheet.state.v1.PendingArticle;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts of the articles of one partition that came lately and wait for nothing, in case one of
 * them turns out to have near-duplicates: the version that says so needs all of it. They are on
 * this machine's disk only, not on a changelog, which would be a fifth copy of everything. Where a
 * partition moves to another machine, or a transaction is aborted or the process killed and Streams
 * throws away what it cannot trust, its latest articles say their place with their next versions. A
 * partition that comes back finds the texts of then, so who takes one out has to look whether its
 * version is still the latest. Used by one thread.
 */
final class KeptTexts {

    private static final Logger LOG = LoggerFactory.getLogger(KeptTexts.class);

    /** Of one partition, so that the store is bounded; the eldest are let go. */
    private static final int COUNT_MAX = 10_000;

    private static final StateSerde<PendingArticle> SERDE = StateSerde.of(PendingArticle.class);

    private final KeyValueStore<String, byte[]> texts;
    private final Map<String, Instant> ends = new LinkedHashMap<>();

    /** Reads once what is here already; what another version wrote, and we cannot read, goes. */
    KeptTexts(KeyValueStore<String, byte[]> texts) {
        this.texts = texts;
        SortedMap<Instant, List<String>> readable = new TreeMap<>();
        List<String> unreadable = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = texts.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                try {
                    Instant end = read(entry.value).getDeadline();
                    readable.computeIfAbsent(end, _ -> new ArrayList<>()).add(entry.key);
                } catch (SerializationException _) {
                    unreadable.add(entry.key);
                }
            }
        }
        readable.forEach((end, ids) -> ids.forEach(id -> ends.put(id, end)));
        letGo(unreadable);
    }

    private void letGo(List<String> unreadable) {
        if (!unreadable.isEmpty()) {
            unreadable.forEach(this::drop);
            LOG.atWarn()
                    .addKeyValue("count", unreadable.size())
                    .addKeyValue("first", unreadable.getFirst())
                    .log("texts that another version wrote are let go");
        }
    }

    Optional<PendingArticle> find(String articleId) {
        return ends.containsKey(articleId)
                ? Optional.ofNullable(texts.get(articleId)).map(KeptTexts::read)
                : Optional.empty();
    }

    /** Keeps a text until its deadline, in place of that of an older version. */
    void put(String articleId, PendingArticle text) {
        ends.remove(articleId);
        ends.put(articleId, text.getDeadline());
        write(articleId, text);
        if (ends.size() > COUNT_MAX) {
            remove(ends.keySet().iterator().next());
        }
    }

    /** Puts the next version in the place of one that is kept; its deadline stays. */
    void update(String articleId, PendingArticle text) {
        write(articleId, text);
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

    private void write(String articleId, PendingArticle text) {
        texts.put(articleId, SERDE.serializer().serialize(ArticleStores.TEXTS, text));
    }

    private static PendingArticle read(byte[] text) {
        return SERDE.deserializer().deserialize(ArticleStores.TEXTS, text);
    }

    /** To delete answers with what was there, and reads all of it for that; this does not. */
    private void drop(String articleId) {
        texts.put(articleId, null);
    }
}
