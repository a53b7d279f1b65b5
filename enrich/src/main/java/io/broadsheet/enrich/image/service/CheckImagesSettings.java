package io.broadsheet.enrich.image.service;

import io.broadsheet.enrich.image.check.Exclusions;
import io.broadsheet.runtime.settings.Setting;
import io.broadsheet.runtime.settings.Setting.IntBounds;
import io.broadsheet.runtime.settings.SettingValues;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator may decide about the image checker. */
public final class CheckImagesSettings {

    private static final Setting<String> INSTANCE =
            Setting.text(
                    "check.images.instance",
                    "name of this instance in its group, so that a quick restart moves no"
                            + " partitions; empty for none",
                    "");
    private static final Setting<Boolean> PRIVATE_ADDRESSES =
            Setting.flag(
                    "check.images.private.addresses",
                    "whether images of this machine and of private networks are fetched: only for"
                            + " origins of one's own",
                    false);
    private static final Setting<Boolean> IGNORE_PROXY =
            Setting.flag(
                    "check.images.ignore.proxy.settings",
                    "start although the process has proxy settings, which are never used",
                    false);
    private static final Setting<String> ABOUT_URL =
            Setting.text(
                    "check.images.about.url",
                    "page that explains the checker to those whose servers it visits, named in"
                            + " User-Agent; empty for none",
                    "");
    private static final Setting<Integer> HOST_IN_FLIGHT =
            Setting.integer(
                    "check.images.host.in.flight",
                    "requests that one registrable host answers at once",
                    Politeness.defaults().inFlightMax(),
                    new IntBounds(1, 1_000));
    private static final Setting<Integer> HOST_PER_SECOND =
            Setting.integer(
                    "check.images.host.per.second",
                    "requests that one registrable host gets in a second",
                    Politeness.defaults().perSecondMax(),
                    new IntBounds(1, 10_000));
    private static final Setting<Integer> BREAKER_FAILURES =
            Setting.integer(
                    "check.images.breaker.failures",
                    "failures in a row after which a host is left alone for a while",
                    Politeness.defaults().breakerFailures(),
                    new IntBounds(1, 1_000));
    private static final Setting<Duration> BREAKER_TIME =
            Setting.duration(
                    "check.images.breaker.time",
                    "how long it is left alone",
                    Politeness.defaults().breakerTime());
    private static final Setting<Exclusions> EXCLUDED =
            new Setting<>(
                    "check.images.excluded",
                    "hosts, with all names under them, and places on hosts that are never asked"
                            + " for images; * stands for anything",
                    "a list such as ads.example, img.example/pixels/, */banner/*",
                    Exclusions.NONE,
                    "",
                    Exclusions::parse);
    private static final Setting<Boolean> ROBOTS =
            Setting.flag(
                    "check.images.robots",
                    "whether robots.txt of each host is asked for and honoured",
                    Politeness.defaults().robotsHonoured());
    private static final Setting<Integer> IN_FLIGHT =
            Setting.integer(
                    "check.images.in.flight",
                    "requests on the way to all hosts together",
                    Workload.defaults().inFlightMax(),
                    new IntBounds(1, 10_000));
    private static final Setting<Integer> HOST_QUEUE =
            Setting.integer(
                    "check.images.host.queue",
                    "images that wait for one host; those of more stay unchecked",
                    Workload.defaults().hostQueueMax(),
                    new IntBounds(1, 100_000));
    private static final Setting<Integer> KNOWN =
            Setting.integer(
                    "check.images.known",
                    "images whose last check is remembered in memory",
                    Workload.defaults().knownMax(),
                    new IntBounds(0, 10_000_000));

    /** All of them, for the reader of settings and for {@code docs/settings.md}. */
    public static final List<Setting<?>> SETTINGS =
            List.of(
                    INSTANCE,
                    PRIVATE_ADDRESSES,
                    IGNORE_PROXY,
                    ABOUT_URL,
                    HOST_IN_FLIGHT,
                    HOST_PER_SECOND,
                    BREAKER_FAILURES,
                    BREAKER_TIME,
                    ROBOTS,
                    EXCLUDED,
                    IN_FLIGHT,
                    HOST_QUEUE,
                    KNOWN);

    private CheckImagesSettings() {}

    /** What was decided; for the rest the standard holds. */
    public static CheckImagesConfig read(SettingValues values) {
        CheckImagesConfig standard = CheckImagesConfig.standard();
        return new CheckImagesConfig(
                standard.groupId(),
                said(values, INSTANCE),
                values.get(PRIVATE_ADDRESSES),
                values.get(IGNORE_PROXY),
                said(values, ABOUT_URL),
                politeness(values, standard.politeness()),
                workload(values, standard.workload()),
                standard.rules().withExcluded(values.get(EXCLUDED)));
    }

    private static Politeness politeness(SettingValues values, Politeness standard) {
        return new Politeness(
                values.get(HOST_IN_FLIGHT),
                values.get(HOST_PER_SECOND),
                standard.retryPauses(),
                values.get(BREAKER_FAILURES),
                values.get(BREAKER_TIME),
                values.get(ROBOTS));
    }

    private static Workload workload(SettingValues values, Workload standard) {
        return new Workload(
                values.get(IN_FLIGHT),
                standard.openMax(),
                values.get(HOST_QUEUE),
                standard.spanMax(),
                values.get(KNOWN));
    }

    private static Optional<String> said(SettingValues values, Setting<String> setting) {
        return Optional.of(values.get(setting)).filter(text -> !text.isBlank());
    }
}
