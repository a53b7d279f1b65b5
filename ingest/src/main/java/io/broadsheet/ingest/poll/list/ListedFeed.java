package io.broadsheet.ingest.poll.list;

import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.v1.IdentityBasis;

import java.util.List;
import java.util.Optional;

/**
 * A feed as a list names it.
 *
 * @param url of the feed, absolute
 * @param title as the list calls it
 * @param labels the folders it is in, from the outside in
 * @param ours what only lists that we wrote say
 */
public record ListedFeed(String url, Optional<String> title, List<String> labels, Ours ours) {

    public ListedFeed {
        labels = List.copyOf(labels);
    }

    /**
     * What OPML has no words for.
     *
     * @param sourceId whose articles its items are
     * @param paused not polled while it is
     * @param identity what its items are known by, if an operator said so; UNKNOWN else
     */
    public record Ours(Optional<SourceId> sourceId, boolean paused, IdentityBasis identity) {

        /** Of a list that somebody else wrote. */
        public static final Ours NONE = new Ours(Optional.empty(), false, IdentityBasis.UNKNOWN);
    }
}
