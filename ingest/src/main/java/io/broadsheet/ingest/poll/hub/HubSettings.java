package io.broadsheet.ingest.poll.hub;

import io.broadsheet.runtime.settings.Setting;
import io.broadsheet.runtime.settings.Setting.IntBounds;
import io.broadsheet.runtime.settings.SettingValues;
import io.broadsheet.web.url.WebUrl;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator may decide about hubs. */
public final class HubSettings {

    private static final Duration LEASE_MIN = Duration.ofMinutes(5);

    private static final Setting<String> CALLBACK_URL =
            new Setting<>(
                    "feeds.websub.callback.url",
                    "where hubs (WebSub) reach any of the processes that ingest, from outside; feeds"
                            + " are only polled, and there is no port for hubs, if empty",
                    "an http or https URL without query and fragment, or empty",
                    "",
                    "",
                    HubSettings::callbackUrl);
    private static final Setting<Duration> LEASE =
            Setting.duration(
                    "feeds.websub.lease",
                    "for how long hubs are asked to tell us; they decide for themselves; five"
                            + " minutes at least",
                    HubTerms.USUAL_LEASE);
    private static final Setting<String> HOST =
            Setting.text("feeds.websub.host", "address that hubs are heard on", "127.0.0.1");
    private static final Setting<Integer> PORT =
            Setting.integer(
                    "feeds.websub.port",
                    "port that hubs are heard on; 0 for any free one",
                    8089,
                    new IntBounds(0, 65_535));
    private static final Setting<Integer> IN_FLIGHT =
            Setting.integer(
                    "feeds.websub.in.flight",
                    "requests of hubs that are dealt with at once; more are told to come again",
                    16,
                    new IntBounds(1, 1_000));

    /** All of them, for the reader of settings and for {@code docs/settings.md}. */
    public static final List<Setting<?>> SETTINGS =
            List.of(CALLBACK_URL, LEASE, HOST, PORT, IN_FLIGHT);

    private HubSettings() {}

    /** The terms for hubs; empty if none is asked. */
    public static Optional<HubTerms> terms(SettingValues values) {
        Duration lease = values.get(LEASE);
        return Optional.of(values.get(CALLBACK_URL))
                .filter(url -> !url.isEmpty())
                .map(url -> new HubTerms(url, lease.compareTo(LEASE_MIN) < 0 ? LEASE_MIN : lease));
    }

    /**
     * Where hubs are heard.
     *
     * @param host address to listen on
     * @param port 0 for any free one
     * @param inFlightMax requests at once
     */
    public record Ear(String host, int port, int inFlightMax) {}

    /** Where hubs are heard, if they are. */
    public static Ear ear(SettingValues values) {
        return new Ear(values.get(HOST), values.get(PORT), values.get(IN_FLIGHT));
    }

    /** Without slashes at its end, as callbacks are put behind one. */
    private static Optional<String> callbackUrl(String text) {
        String bare = text.strip().replaceAll("/+$", "");
        boolean plain = bare.indexOf('?') < 0 && bare.indexOf('#') < 0;
        return bare.isEmpty() || (plain && WebUrl.parse(bare).isPresent())
                ? Optional.of(bare)
                : Optional.empty();
    }
}
