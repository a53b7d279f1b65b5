package io.broadsheet.syndicate.tail;

import io.broadsheet.syndicate.form.ArticleForm;
import io.broadsheet.v1.EnrichedArticle;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A record of a topic of articles: a version of an article, or that there is none any more. */
public final class Entry {

    private final Mark mark;
    private final Optional<EnrichedArticle> article;
    private final int bytes;
    private final Map<String, String> written = new ConcurrentHashMap<>();

    /**
     * Where and when it was written.
     *
     * @param partition of its topic
     * @param offset in it
     * @param articleId its key
     * @param at its timestamp
     */
    public record Mark(int partition, long offset, String articleId, Instant at) {}

    /**
     * @param article null for a tombstone
     * @param bytes of the record's value
     */
    public Entry(Mark mark, @Nullable EnrichedArticle article, int bytes) {
        this.mark = mark;
        this.article = Optional.ofNullable(article);
        this.bytes = bytes;
    }

    /** Where and when. */
    public Mark mark() {
        return mark;
    }

    /** The version; empty for a tombstone. */
    public Optional<EnrichedArticle> article() {
        return article;
    }

    /** Bytes of the record's value. */
    public int bytes() {
        return bytes;
    }

    /** The version in a form, written once however many ask. */
    public Optional<String> written(ArticleForm form) {
        return article.map(it -> written.computeIfAbsent(form.name(), _ -> form.write(it)));
    }
}
