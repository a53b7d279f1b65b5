package io.broadsheet.app.pipeline;

import io.broadsheet.desk.DeskConfig;
import io.broadsheet.embedded.machine.DirectoryLock;
import io.broadsheet.embedded.machine.LoopbackPort;
import io.broadsheet.ingest.callback.CallbackConfig;
import io.broadsheet.ingest.push.PushConfig;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.runtime.operations.OperationsConfig;
import io.broadsheet.runtime.settings.SettingValues;
import io.broadsheet.syndicate.SyndicateConfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The ports that what is in one process listens on, tried before anything is made: who cannot start
 * leaves nothing behind, and hears of all that is in the way at once.
 */
public final class WantedPorts {

    private final List<Wanted> wanted;

    private WantedPorts(List<Wanted> wanted) {
        this.wanted = List.copyOf(wanted);
    }

    /** Those of everything in one process that are open whatever comes in. */
    public static WantedPorts of(PipelineOptions options) {
        SettingValues settings = options.settings();
        List<Wanted> all = new ArrayList<>();
        all.add(Wanted.local("Kafka", options.brokerPort(), "--broker-port"));
        all.add(Wanted.local("the registry", options.registryPort(), "--registry-port"));
        return new WantedPorts(all).withDesk(settings).withDoorsOut(settings).withHealth(settings);
    }

    /** The one that every service has which runs alone. */
    public static WantedPorts ofService(SettingValues settings) {
        return new WantedPorts(List.of()).withHealth(settings);
    }

    /** These, and that of the desk. */
    public WantedPorts withDesk(SettingValues settings) {
        DeskConfig desk = DeskConfig.of(settings);
        return with(Wanted.set("the desk", desk.host(), desk.port(), "desk"));
    }

    /** These, and that where articles are handed out. */
    public WantedPorts withDoorsOut(SettingValues settings) {
        SyndicateConfig doors = SyndicateConfig.of(settings);
        return with(Wanted.set("doors out", doors.host(), doors.port(), "syndicate"));
    }

    /** These, and those by which articles are pushed and hubs tell, as far as they are open. */
    public WantedPorts withDoorsIn(SettingValues settings) {
        List<Wanted> all = new ArrayList<>(wanted);
        PushConfig.read(settings)
                .map(it -> Wanted.set("push", it.host(), it.port(), "push"))
                .ifPresent(all::add);
        CallbackConfig.read(settings)
                .map(CallbackConfig::ear)
                .map(it -> Wanted.set("hubs", it.host(), it.port(), "feeds.websub"))
                .ifPresent(all::add);
        return new WantedPorts(all);
    }

    private WantedPorts withHealth(SettingValues settings) {
        OperationsConfig health = OperationsConfig.of(settings);
        return with(Wanted.set("health", health.host(), health.port(), "operations"));
    }

    private WantedPorts with(Wanted more) {
        List<Wanted> all = new ArrayList<>(wanted);
        all.add(more);
        return new WantedPorts(all);
    }

    /**
     * Makes sure that all of them can be had, and the directory too.
     *
     * @param data where everything is to be kept; not made here
     * @throws UserMistake if a host is none of this machine
     * @throws ToolFailure if a port cannot be had
     * @throws io.broadsheet.embedded.machine.EmbeddedStartException if another process has the
     *     directory: then it has the ports too, and is the better news
     */
    public void requireFree(Path data) {
        if (Files.isDirectory(data)) {
            DirectoryLock.take(data).close();
        }
        requireFree();
    }

    /**
     * Makes sure that all of them can be had.
     *
     * @throws UserMistake if a host is none of this machine
     * @throws ToolFailure if a port cannot be had
     */
    public void requireFree() {
        List<ServerSocket> had = new ArrayList<>();
        List<Missed> missed = new ArrayList<>();
        try {
            for (Wanted it : wanted) {
                take(it, had).ifPresent(missed::add);
            }
        } finally {
            had.forEach(WantedPorts::release);
        }
        if (!missed.isEmpty()) {
            throw refusal(missed);
        }
    }

    private static RuntimeException refusal(List<Missed> missed) {
        String all =
                missed.stream()
                        .map(Missed::words)
                        .collect(Collectors.joining("\n  nor on ", "cannot listen on ", ""));
        boolean isWronglySet = missed.stream().anyMatch(Missed.Host.class::isInstance);
        return isWronglySet ? new UserMistake(all) : new ToolFailure(all);
    }

    /** Held until all are tried, so that two of them cannot be the same. */
    private static Optional<Missed> take(Wanted wanted, List<ServerSocket> had) {
        InetAddress address;
        try {
            address = InetAddress.getByName(wanted.host());
        } catch (UnknownHostException _) {
            return Optional.of(new Missed.Host(wanted, "is no host that is known here"));
        }
        try {
            had.add(listening(address, wanted.port()));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    isOfThisMachine(address)
                            ? new Missed.Port(wanted, String.valueOf(e.getMessage()))
                            : new Missed.Host(wanted, "is no address of this machine"));
        }
    }

    /** Whether there is any port on it that can be had. */
    private static boolean isOfThisMachine(InetAddress address) {
        try (ServerSocket any = listening(address, 0)) {
            return any.isBound();
        } catch (IOException _) {
            return false;
        }
    }

    private static ServerSocket listening(InetAddress address, int port) throws IOException {
        return new ServerSocket(port, 1, address);
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A port that something is to listen on.
     *
     * @param purpose for whom, as a user calls it
     * @param hostSetting what names the host
     * @param portSetting what names the port
     */
    private record Wanted(
            String purpose, String host, int port, String hostSetting, String portSetting) {

        /** One whose host nobody chooses. */
        static Wanted local(String purpose, int port, String option) {
            return new Wanted(purpose, LoopbackPort.HOST, port, "", option);
        }

        /** One whose host and port have settings that begin so. */
        static Wanted set(String purpose, String host, int port, String prefix) {
            return new Wanted(
                    purpose, host, port, named(prefix + ".host"), named(prefix + ".port"));
        }

        private static String named(String key) {
            String variable = key.toUpperCase(Locale.ROOT).replace('.', '_');
            return key + " (" + variable + ")";
        }
    }

    /** One that cannot be had. */
    private sealed interface Missed {

        /** In words: where, for whom, why, and what changes it. */
        String words();

        /** Because of the host. */
        record Host(Wanted wanted, String why) implements Missed {
            @Override
            public String words() {
                return "%2$s:%3$d for %1$s: %2$s %4$s; it is named by %5$s"
                        .formatted(
                                wanted.purpose(),
                                wanted.host(),
                                wanted.port(),
                                why,
                                wanted.hostSetting());
            }
        }

        /** Because of the port. */
        record Port(Wanted wanted, String why) implements Missed {
            @Override
            public String words() {
                return "%s:%d for %s (%s); another is given with %s, 0 for any free one"
                        .formatted(
                                wanted.host(),
                                wanted.port(),
                                wanted.purpose(),
                                why,
                                wanted.portSetting());
            }
        }
    }
}
