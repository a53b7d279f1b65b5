package io.broadsheet.ingest.item;

import io.broadsheet.runtime.failure.Rejection;

import java.util.function.Supplier;

/** One item of a document that holds many. */
public sealed interface FeedItem {

    /**
     * It was read.
     *
     * @param draft the article, as far as the item tells it
     * @param original the item as text, for the letter if it turns out to be no article; asked for
     *     only then
     */
    record Read(Draft draft, Supplier<String> original) implements FeedItem {}

    /**
     * It could not be read.
     *
     * @param original the item as text
     */
    record Refused(Rejection rejection, String original) implements FeedItem {}
}
