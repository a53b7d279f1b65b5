package io.broadsheet.enrich.image.service;

import io.broadsheet.enrich.image.check.CheckRules;
import io.broadsheet.web.fetch.EgressPolicy;

import java.util.Optional;

/**
 * How the image checker runs.
 *
 * @param groupId names the consumer group; all instances share it
 * @param instanceId names this instance in its group, so that a quick restart moves no partitions
 * @param allowPrivateAddresses whether images on this machine and in private networks may be
 *     fetched: for an origin of one's own, never beside feeds of strangers
 * @param ignoreProxySettings whether to start although the process has proxy settings, which are
 *     never used
 * @param aboutUrl of a page that explains the checker to the operators of servers
 * @param politeness how hosts are treated
 * @param workload how much is taken on at once
 * @param rules how one check goes about it
 */
public record CheckImagesConfig(
        String groupId,
        Optional<String> instanceId,
        boolean allowPrivateAddresses,
        boolean ignoreProxySettings,
        Optional<String> aboutUrl,
        Politeness politeness,
        Workload workload,
        CheckRules rules) {

    /** Where nothing else is said. */
    public static final String GROUP_ID = "broadsheet-check-images";

    /** The internet only, with all defaults. */
    public static CheckImagesConfig standard() {
        return new CheckImagesConfig(
                GROUP_ID,
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Politeness.defaults(),
                Workload.defaults(),
                CheckRules.defaults());
    }

    /** The same, also for origins on this machine and in private networks. */
    public CheckImagesConfig withPrivateAddressesAllowed(boolean allowed) {
        return new CheckImagesConfig(
                groupId,
                instanceId,
                allowed,
                ignoreProxySettings,
                aboutUrl,
                politeness,
                workload,
                rules);
    }

    /** The same, but proxy settings of the process do not keep it from starting. */
    public CheckImagesConfig withProxySettingsIgnored(boolean ignored) {
        return new CheckImagesConfig(
                groupId,
                instanceId,
                allowPrivateAddresses,
                ignored,
                aboutUrl,
                politeness,
                workload,
                rules);
    }

    /** The same with other politeness. */
    public CheckImagesConfig withPoliteness(Politeness other) {
        return new CheckImagesConfig(
                groupId,
                instanceId,
                allowPrivateAddresses,
                ignoreProxySettings,
                aboutUrl,
                other,
                workload,
                rules);
    }

    /** The same with another workload. */
    public CheckImagesConfig withWorkload(Workload other) {
        return new CheckImagesConfig(
                groupId,
                instanceId,
                allowPrivateAddresses,
                ignoreProxySettings,
                aboutUrl,
                politeness,
                other,
                rules);
    }

    /** The same with other rules of a check. */
    public CheckImagesConfig withRules(CheckRules other) {
        return new CheckImagesConfig(
                groupId,
                instanceId,
                allowPrivateAddresses,
                ignoreProxySettings,
                aboutUrl,
                politeness,
                workload,
                other);
    }

    /** Where its requests may go, for whoever checks by the same rules. */
    public EgressPolicy egress() {
        EgressPolicy base =
                allowPrivateAddresses
                        ? EgressPolicy.allowingPrivateAddresses()
                        : EgressPolicy.publicOnly();
        EgressPolicy policy = ignoreProxySettings ? base.withProxySettingsIgnored() : base;
        return aboutUrl.map(policy::explainedAt).orElse(policy);
    }
}
