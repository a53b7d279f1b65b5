package io.broadsheet.ingest.poll.list;

import java.util.List;
import java.util.Optional;

/**
 * A feed as a list names it.
 *
 * @param url of the feed, absolute
 * @param title as the list calls it
 * @param labels the folders it is in, from the outside in
 */
public record ListedFeed(String url, Optional<String> title, List<String> labels) {

    public ListedFeed {
        labels = List.copyOf(labels);
    }
}
