package io.broadsheet.enrich.topology;

import io.broadsheet.state.v1.ArticleState;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

import java.time.Instant;

/**
 * What the desks of one task share.
 *
 * @param context to send with, and whose clock it is
 * @param articles what is remembered of each article
 * @param pending the articles that wait for images
 * @param watched the articles whose images may still turn out otherwise
 * @param clocks what is known of the declared dates of each source
 * @param codecs of all topics
 * @param burial makes dead letters
 */
record Workplace(
        ProcessorContext<byte[], byte[]> context,
        KeyValueStore<String, ArticleState> articles,
        PendingArticles pending,
        PendingArticles watched,
        SourceClocks clocks,
        Codecs codecs,
        Burial burial) {

    /** The wall clock; a test drives it. */
    Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
