package io.broadsheet.ingest.poll.hub;

import java.time.Duration;

/**
 * On which terms hubs are asked to tell us.
 *
 * @param callbackUrl where hubs reach any of our instances from outside, without a slash at its end
 * @param lease for how long they are asked to; a hub decides for itself
 */
public record HubTerms(String callbackUrl, Duration lease) {

    /** As long as the recommendation takes for usual. */
    public static final Duration USUAL_LEASE = Duration.ofDays(10);

    /** The URL of one subscription's callback. */
    public String callback(String id) {
        return callbackUrl + "/" + id;
    }
}
