package io.broadsheet.syndicate.webhook;

import io.broadsheet.runtime.settings.Setting;
import io.broadsheet.runtime.settings.Setting.IntBounds;
import io.broadsheet.runtime.settings.SettingValues;
import io.broadsheet.web.fetch.EgressPolicy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How webhooks are told.
 *
 * @param secrets directory with a file for each secret name
 * @param egress where deliveries may go
 * @param webhooksMax webhooks that are served; those over it, by id, are not
 * @param patience with receivers
 */
public record WebhookConfig(Path secrets, EgressPolicy egress, int webhooksMax, Patience patience) {

    /**
     * How long a receiver is waited for.
     *
     * @param timeout of one attempt
     * @param timeToLive after which a delivery that failed is a dead letter
     * @param pauseFirst longest wait before the second attempt; it doubles with each
     * @param pauseMax longest wait before an attempt
     * @param retryAfterMax longest wait that a receiver may ask for
     */
    public record Patience(
            Duration timeout,
            Duration timeToLive,
            Duration pauseFirst,
            Duration pauseMax,
            Duration retryAfterMax) {}

    /** An operator gives the URL, no page of a stranger: receivers listen where they like. */
    private static final Set<Integer> ANY_PORT = Set.of();

    private static final Setting<String> SECRETS =
            Setting.text(
                    "webhooks.secrets.directory",
                    "directory in which each file has the secrets of a webhook, one a line, the"
                            + " newest first; read anew for each delivery",
                    "webhook-secrets");
    private static final Setting<Boolean> PRIVATE =
            Setting.flag(
                    "webhooks.private.addresses",
                    "whether webhooks may be at addresses that are not public",
                    false);

    /** What an operator sets for receivers of his own network. */
    static final String PRIVATE_SWITCH = PRIVATE.key() + "=true (" + PRIVATE.variable() + ")";

    private static final Setting<Boolean> IGNORE_PROXY =
            Setting.flag(
                    "webhooks.proxy.ignored",
                    "whether to start although proxy settings are set, which are not used",
                    false);
    private static final Setting<Integer> MAX =
            Setting.integer(
                    "webhooks.max",
                    "webhooks that are served, each by two threads and a consumer",
                    100,
                    new IntBounds(0, 1_000));
    private static final Setting<Duration> TIMEOUT =
            Setting.duration(
                    "webhooks.timeout", "time that one attempt may take", Duration.ofSeconds(15));
    private static final Setting<Duration> TIME_TO_LIVE =
            Setting.duration(
                    "webhooks.time.to.live",
                    "age at which a delivery that failed once more becomes a dead letter",
                    Duration.ofHours(24));
    private static final Setting<Duration> PAUSE_FIRST =
            Setting.duration(
                    "webhooks.pause.first",
                    "longest wait after the first failure; it doubles with each one more, and the"
                            + " wait is any time up to it",
                    Duration.ofSeconds(2));
    private static final Setting<Duration> PAUSE_MAX =
            Setting.duration(
                    "webhooks.pause.max",
                    "longest wait between two attempts",
                    Duration.ofMinutes(10));
    private static final Setting<Duration> RETRY_AFTER_MAX =
            Setting.duration(
                    "webhooks.retry.after.max",
                    "longest wait that a receiver may ask for by Retry-After",
                    Duration.ofHours(1));

    /** All of them, for the reader of settings and for {@code docs/settings.md}. */
    public static final List<Setting<?>> SETTINGS =
            List.of(
                    SECRETS,
                    PRIVATE,
                    IGNORE_PROXY,
                    MAX,
                    TIMEOUT,
                    TIME_TO_LIVE,
                    PAUSE_FIRST,
                    PAUSE_MAX,
                    RETRY_AFTER_MAX);

    /** From values that were read. */
    public static WebhookConfig of(SettingValues values) {
        EgressPolicy policy =
                values.get(PRIVATE)
                        ? EgressPolicy.allowingPrivateAddresses()
                        : EgressPolicy.publicOnly().withPorts(ANY_PORT);
        return new WebhookConfig(
                Path.of(values.get(SECRETS)),
                values.get(IGNORE_PROXY) ? policy.withProxySettingsIgnored() : policy,
                values.get(MAX),
                new Patience(
                        values.get(TIMEOUT),
                        values.get(TIME_TO_LIVE),
                        values.get(PAUSE_FIRST),
                        values.get(PAUSE_MAX),
                        values.get(RETRY_AFTER_MAX)));
    }
}
