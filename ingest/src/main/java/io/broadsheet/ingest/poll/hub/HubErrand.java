package io.broadsheet.ingest.poll.hub;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What to ask of a hub.
 *
 * @param sourceId whose feed it is about
 * @param callback of the subscription
 * @param hub URL to ask
 * @param form what to post, {@code application/x-www-form-urlencoded}
 */
public record HubErrand(String sourceId, String callback, String hub, String form) {

    /**
     * What a form says.
     *
     * @param mode {@code subscribe} or {@code unsubscribe}
     * @param topic the hub's name of the feed
     * @param callbackUrl where it is to tell us
     */
    record Wish(String mode, String topic, String callbackUrl) {

        String form() {
            return "hub.mode="
                    + mode
                    + "&hub.topic="
                    + escaped(topic)
                    + "&hub.callback="
                    + escaped(callbackUrl);
        }

        /** Also for how long, and by which secret it is to sign. */
        String form(Duration lease, String secret) {
            return form()
                    + "&hub.lease_seconds="
                    + lease.toSeconds()
                    + "&hub.secret="
                    + escaped(secret);
        }

        private static String escaped(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "HubErrand[" + sourceId + ", " + hub + "]";
    }
}
