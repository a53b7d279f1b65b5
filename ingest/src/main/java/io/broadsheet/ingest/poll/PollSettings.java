package io.broadsheet.ingest.poll;

import io.broadsheet.ingest.poll.PollConfig.Load;
import io.broadsheet.ingest.poll.hub.HubSettings;
import io.broadsheet.ingest.poll.rules.Bounds;
import io.broadsheet.runtime.settings.Setting;
import io.broadsheet.runtime.settings.Setting.IntBounds;
import io.broadsheet.runtime.settings.SettingValues;
import io.broadsheet.web.fetch.EgressPolicy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an operator may decide about polling. */
public final class PollSettings {

    private static final Setting<Boolean> ENABLED =
            Setting.flag(
                    "feeds.poll", "whether this process polls the feeds of the source list", true);
    private static final Setting<String> INSTANCE =
            Setting.text(
                    "feeds.instance",
                    "name of this instance in its group, so that a quick restart moves no hosts;"
                            + " empty for none",
                    "");
    private static final Setting<Duration> LEAST =
            Setting.duration(
                    "feeds.interval.min",
                    "no feed is asked for again sooner; a second at least",
                    Bounds.USUAL.least());
    private static final Setting<Duration> MOST =
            Setting.duration(
                    "feeds.interval.max",
                    "a feed is asked for again after that, whatever it wishes and however often it"
                            + " failed; no less than feeds.interval.min",
                    Bounds.USUAL.most());
    private static final Setting<Integer> IN_FLIGHT =
            Setting.integer(
                    "feeds.in.flight",
                    "feeds that are fetched at once",
                    Load.USUAL.inFlightMax(),
                    new IntBounds(1, 1_000));
    private static final Setting<Integer> PER_HOST =
            Setting.integer(
                    "feeds.host.in.flight",
                    "feeds that are fetched from one registrable host at once",
                    Load.USUAL.perHostMax(),
                    new IntBounds(1, 100));
    private static final Setting<Integer> BODY =
            Setting.integer(
                    "feeds.body.bytes.max",
                    "bytes of the largest feed that is read, unpacked",
                    Load.USUAL.bodyBytesMax(),
                    new IntBounds(1_024, 64 * 1024 * 1024));
    private static final Setting<Duration> TIME =
            Setting.duration(
                    "feeds.time.max", "how long one fetch may take", Load.USUAL.visitTimeMax());
    private static final Setting<String> ABOUT_URL =
            Setting.text(
                    "feeds.about.url",
                    "page or address that tells those whose servers are visited whom to turn to,"
                            + " named in User-Agent; empty for none",
                    "");
    private static final Setting<Boolean> PRIVATE_ADDRESSES =
            Setting.flag(
                    "feeds.private.addresses",
                    "whether feeds of this machine and of private networks are fetched: only for"
                            + " origins of one's own",
                    false);
    private static final Setting<Boolean> IGNORE_PROXY =
            Setting.flag(
                    "feeds.ignore.proxy.settings",
                    "start although the process has proxy settings, which are never used",
                    false);

    private static final List<Setting<?>> OWN =
            List.of(
                    ENABLED,
                    INSTANCE,
                    LEAST,
                    MOST,
                    IN_FLIGHT,
                    PER_HOST,
                    BODY,
                    TIME,
                    ABOUT_URL,
                    PRIVATE_ADDRESSES,
                    IGNORE_PROXY);

    /** All of them, for the reader of settings and for {@code docs/settings.md}. */
    public static final List<Setting<?>> SETTINGS =
            Stream.of(OWN, HubSettings.SETTINGS).<Setting<?>>flatMap(List::stream).toList();

    private PollSettings() {}

    /** What was decided; empty if nothing is to be polled here. */
    public static Optional<PollConfig> read(SettingValues values) {
        return values.get(ENABLED) ? Optional.of(config(values)) : Optional.empty();
    }

    /** The same, whether or not this process polls. */
    public static PollConfig config(SettingValues values) {
        return new PollConfig(
                Optional.of(values.get(INSTANCE)).filter(name -> !name.isBlank()),
                egress(values),
                bounds(values.get(LEAST), values.get(MOST)),
                new Load(
                        values.get(IN_FLIGHT),
                        values.get(PER_HOST),
                        values.get(BODY),
                        values.get(TIME)),
                HubSettings.terms(values));
    }

    private static Bounds bounds(Duration least, Duration most) {
        Duration lower = longer(least, Duration.ofSeconds(1));
        return new Bounds(lower, longer(most, lower));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static EgressPolicy egress(SettingValues values) {
        EgressPolicy base =
                values.get(PRIVATE_ADDRESSES)
                        ? EgressPolicy.allowingPrivateAddresses()
                        : EgressPolicy.publicOnly();
        EgressPolicy policy = values.get(IGNORE_PROXY) ? base.withProxySettingsIgnored() : base;
        String about = values.get(ABOUT_URL);
        return about.isBlank() ? policy : policy.explainedAt(about);
    }
}
