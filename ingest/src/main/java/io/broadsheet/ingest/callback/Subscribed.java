package io.broadsheet.ingest.callback;

import io.broadsheet.v1.HubSubscription;

/**
 * A subscription, and whose it is.
 *
 * @param sourceId of the feed
 * @param host registrable host of the feed: who has it is told
 * @param subscription as the state of the feed has it
 */
record Subscribed(String sourceId, String host, HubSubscription subscription) {}
