package io.broadsheet.schemas.subscribe;

import io.broadsheet.v1.EnrichedArticle;

import java.nio.ByteBuffer;

/**
 * One record of the stream of enriched articles: an article, the end of one, or bytes that are
 * neither. Each may be delivered again after a crash or a rebalance; {@link Origin} tells.
 */
public sealed interface Delivery
        permits Delivery.Article, Delivery.Retraction, Delivery.Undecodable {

    /** The record's key: the articleId, 32 hex digits; empty if the record has no key. */
    String articleId();

    /** Where it lies. */
    Origin origin();

    /**
     * A version of an article. A higher {@link EnrichedArticle#getVersion} takes the place of a
     * lower one. {@code pubStatus} CANCELED says that the source has withdrawn it, and a {@link
     * Retraction} follows.
     *
     * @param articleId the key
     * @param article the article
     * @param origin where it lies
     */
    record Article(String articleId, EnrichedArticle article, Origin origin) implements Delivery {}

    /**
     * A tombstone: delete what you keep of this article.
     *
     * @param articleId the key
     * @param origin where it lies
     */
    record Retraction(String articleId, Origin origin) implements Delivery {}

    /**
     * A value that is no article to this reader: not Avro in Confluent's wire format, or written
     * with a schema that the registry does not know. No other try will read it. Keep the bytes, or
     * count it and go on.
     *
     * @param articleId the key
     * @param value the untouched bytes, read-only
     * @param reason what is wrong with them
     * @param origin where it lies
     */
    record Undecodable(String articleId, ByteBuffer value, RuntimeException reason, Origin origin)
            implements Delivery {

        /** With a view of the bytes through which nobody can change them. */
        public Undecodable {
            value = value.asReadOnlyBuffer();
        }

        /** The untouched bytes; each call gives a view of all of them. */
        @Override
        public ByteBuffer value() {
            return value.duplicate();
        }

        /** Without the bytes: they may be many, and anything. */
        @Override
        public String toString() {
            return "Undecodable[" + value.remaining() + " bytes at " + origin.place() + "]";
        }
    }
}
