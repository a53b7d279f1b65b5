package io.broadsheet.ingest.format.jsonfeed;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.runtime.failure.Rejection;

import java.util.List;
import java.util.Optional;

/**
 * A JSON Feed as it comes.
 *
 * @param head all members of the feed but its items
 * @param items each read by itself
 * @param isFeed whether it says that it is one, or has items
 * @param broken why reading stopped before the end, and what was left; empty if it did not
 */
record JsonFeedShape(
        JsonNode head, List<Item> items, boolean isFeed, Optional<Item.Broken> broken) {

    /** One item. */
    sealed interface Item {
        /** It was read; what is no object is an item too, and refused by the adapter. */
        record Read(JsonNode value) implements Item {}

        /** It could not be; what was written. */
        record Broken(Rejection rejection, String original) implements Item {}
    }
}
