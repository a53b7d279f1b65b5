package io.broadsheet.ingest.poll;

import io.broadsheet.ingest.poll.hub.HubTerms;
import io.broadsheet.ingest.poll.rules.Bounds;
import io.broadsheet.web.fetch.EgressPolicy;

import java.time.Duration;
import java.util.Optional;

/**
 * How feeds are polled.
 *
 * @param instance names this instance in its group, so that a quick restart moves no hosts
 * @param egress where requests may go, and as whom
 * @param bounds of the intervals
 * @param load how much is done at once
 * @param hub on which terms hubs are asked to tell us; empty if no hub could reach us
 */
public record PollConfig(
        Optional<String> instance,
        EgressPolicy egress,
        Bounds bounds,
        Load load,
        Optional<HubTerms> hub) {

    /** The consumer group that all instances share. */
    public static final String GROUP_ID = "broadsheet-ingest-feeds";

    /**
     * How much is done at once.
     *
     * @param inFlightMax visits on the way in all
     * @param perHostMax visits to one registrable host
     * @param bodyBytesMax of one feed, decoded
     * @param visitTimeMax of one visit, redirects included
     */
    public record Load(int inFlightMax, int perHostMax, int bodyBytesMax, Duration visitTimeMax) {

        /** Two to a host, 10 MiB a feed. */
        public static final Load USUAL = new Load(32, 2, 10 * 1024 * 1024, Duration.ofSeconds(30));
    }

    /** The same, also for feeds on this machine and in private networks. */
    public PollConfig withPrivateAddressesAllowed() {
        return new PollConfig(instance, egress.withPrivateAddresses(), bounds, load, hub);
    }
}
