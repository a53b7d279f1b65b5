package io.broadsheet.ingest.poll.hub;

import java.time.Instant;
import java.util.Optional;

/** What a hub answered to an errand. */
public sealed interface HubAnswer {

    /** It will see to it. */
    record Accepted() implements HubAnswer {}

    /**
     * It will not, or cannot now.
     *
     * @param why in words for an operator
     * @param restUntil when its host may be asked again, if it said so
     */
    record Refused(String why, Optional<Instant> restUntil) implements HubAnswer {}

    /**
     * It was not reached, or must not be.
     *
     * @param why in words for an operator
     */
    record Unreached(String why) implements HubAnswer {}
}
