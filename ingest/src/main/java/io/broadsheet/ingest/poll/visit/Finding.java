package io.broadsheet.ingest.poll.visit;

import io.broadsheet.ingest.document.Reading;
import io.broadsheet.ingest.feed.FeedHead;
import io.broadsheet.ingest.poll.host.HostDoors;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.PollOutcome;

import java.util.Optional;

/** What a visit found. */
public sealed interface Finding {

    /**
     * A feed that could be read.
     *
     * @param reading its items
     * @param head what it says of itself
     * @param payloadDigest {@code sha256:<hex>} of its bytes
     */
    record Items(Reading.Articles reading, FeedHead head, String payloadDigest)
            implements Finding {}

    /** The very bytes of last time. */
    record SameBody() implements Finding {}

    /** The server says that nothing has changed. */
    record NotModified() implements Finding {}

    /**
     * An answer that is no feed.
     *
     * @param letter about it, with its bytes; empty where there is nothing that is worth keeping
     * @param why in words for an operator
     */
    record Unreadable(Optional<DeadLetter> letter, String why) implements Finding {}

    /**
     * A redirect was not followed, for the sake of the host where it leads. The feed is not to
     * blame.
     *
     * @param by that host
     */
    record TurnedAway(HostDoors.TurnedAway by) implements Finding {}

    /**
     * No feed was to be had.
     *
     * @param outcome the kind of obstacle
     * @param why in words for an operator
     */
    record Unavailable(PollOutcome outcome, String why) implements Finding {}
}
