package io.broadsheet.desk.flow;

import io.broadsheet.operate.webhooks.WebhookCatalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All that the first tab shows. */
public final class FlowBoard {

    private final Ledger ledger;
    private final Sampler sampler;
    private final Health health;
    private final Supplier<Ledger.BuriedOutside> letters;

    /**
     * @param letters that the outcomes do not tell of
     */
    public FlowBoard(
            Ledger ledger, Sampler sampler, Health health, Supplier<Ledger.BuriedOutside> letters) {
        this.ledger = ledger;
        this.sampler = sampler;
        this.health = health;
        this.letters = letters;
    }

    /**
     * What is shown.
     *
     * @param clusterId of the cluster
     * @param sampledAt when rates and lags were asked for
     * @param account what became of what was read
     * @param services how they are
     * @param topics with their rates
     * @param lags of the groups
     */
    public record View(
            String clusterId,
            Instant sampledAt,
            Account account,
            List<ServiceHealth> services,
            List<TopicFlow> topics,
            List<GroupLag> lags) {}

    /** As it is now. */
    public View view() {
        Sample sample = sampler.latest();
        return new View(
                sample.clusterId(),
                sample.at(),
                ledger.account(letters.get()),
                services(sample),
                sample.topics(),
                sample.lags());
    }

    /** What became of what was read, alone. */
    public Account account() {
        return ledger.account(letters.get());
    }

    private List<ServiceHealth> services(Sample sample) {
        List<ServiceHealth> here = health.now();
        List<ServiceHealth> services = new ArrayList<>(here.isEmpty() ? groups(sample) : here);
        sampler.notReady()
                .ifPresent(why -> services.addFirst(new ServiceHealth("cluster", false, why)));
        if (sample.groupsLeftOut() > 0) {
            services.add(
                    new ServiceHealth(
                            "groups", true, sample.groupsLeftOut() + " more are not shown"));
        }
        return services;
    }

    /** Where services run elsewhere, their groups tell whether anybody does the work. */
    private static List<ServiceHealth> groups(Sample sample) {
        Map<String, GroupLag> worst = new LinkedHashMap<>();
        sample.lags()
                .forEach(lag ->
                        worst.merge(
                                lag.group(),
                                lag,
                                (one, other) -> other.seconds() > one.seconds() ? other : one));
        return worst.values().stream().map(FlowBoard::told).toList();
    }

    static ServiceHealth told(GroupLag lag) {
        return switch (lag.state()) {
            case "Stable" -> new ServiceHealth(lag.group(), true, behind(lag));
            case "Empty", "Dead" -> unread(lag.group());
            default ->
                    new ServiceHealth(
                            lag.group(), false, "its partitions are being handed out anew");
        };
    }

    /** A webhook may be removed, or syndicate not wanted: that is no fault. */
    private static ServiceHealth unread(String group) {
        return WebhookCatalog.isGroup(group)
                ? new ServiceHealth(group, true, "no one is told")
                : new ServiceHealth(group, false, "nobody reads for it: no instance is running");
    }

    private static String behind(GroupLag lag) {
        return lag.records() == 0
                ? "works, all is read"
                : "works, %d s behind on %s".formatted(lag.seconds(), lag.topic());
    }
}
