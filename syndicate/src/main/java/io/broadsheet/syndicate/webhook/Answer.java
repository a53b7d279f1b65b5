package io.broadsheet.syndicate.webhook;

import java.time.Duration;
import java.util.Optional;

/** How one attempt to tell a webhook ended. */
public sealed interface Answer {

    /** What it means, in words for an operator. */
    String words();

    /** It has it: 2xx. */
    record Taken(String words) implements Answer {}

    /** It does not want this one: 400, 413, 415, 422. */
    record Refused(String words) implements Answer {}

    /** It wants nothing any more: 410. */
    record Gone(String words) implements Answer {}

    /**
     * It did not take it now.
     *
     * @param retryAfter how long it asks to be left alone
     */
    record Failed(String words, Optional<Duration> retryAfter) implements Answer {}
}
