package io.broadsheet.app.pipeline;

import io.broadsheet.desk.DeskConfig;
import io.broadsheet.embedded.machine.DirectoryLock;
import io.broadsheet.embedded.machine.LoopbackPort;
import io.broadsheet.ingest.callback.CallbackConfig;
import io.broadsheet.ingest.push.PushConfig;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.runtime.operations.OperationsConfig;
import io.broadsheet.runtime.settings.SettingValues;
import io.broadsheet.syndicate.SyndicateConfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The ports that everything in one process listens on, tried before anything is made: who cannot
 * start leaves nothing behind, and hears of all that is in the way at once.
 */
public final class WantedPorts {

    private final List<Wanted> wanted;

    /**
     * @param purpose for whom, as a user calls it
     * @param remedy what changes the port
     */
    private record Wanted(String purpose, String host, int port, String remedy) {

        String unless(IOException why) {
            return "%s:%d for %s (%s); another is given with %s"
                    .formatted(host, port, purpose, why.getMessage(), remedy);
        }
    }

    private WantedPorts(List<Wanted> wanted) {
        this.wanted = List.copyOf(wanted);
    }

    /** Those that are open whatever comes in. */
    public static WantedPorts of(PipelineOptions options) {
        SettingValues settings = options.settings();
        DeskConfig desk = DeskConfig.of(settings);
        SyndicateConfig doors = SyndicateConfig.of(settings);
        OperationsConfig operations = OperationsConfig.of(settings);
        String local = LoopbackPort.HOST;
        return new WantedPorts(
                List.of(
                        new Wanted("Kafka", local, options.brokerPort(), "--broker-port"),
                        new Wanted(
                                "the registry", local, options.registryPort(), "--registry-port"),
                        set("the desk", desk.host(), desk.port(), "desk.port"),
                        set("doors out", doors.host(), doors.port(), "syndicate.port"),
                        set("health", operations.host(), operations.port(), "operations.port")));
    }

    /** These, and those by which articles are pushed and hubs tell, as far as they are open. */
    public WantedPorts withDoorsIn(SettingValues settings) {
        List<Wanted> all = new ArrayList<>(wanted);
        PushConfig.read(settings)
                .map(it -> set("push", it.host(), it.port(), "push.port"))
                .ifPresent(all::add);
        CallbackConfig.read(settings)
                .map(CallbackConfig::ear)
                .map(it -> set("hubs", it.host(), it.port(), "feeds.websub.port"))
                .ifPresent(all::add);
        return new WantedPorts(all);
    }

    private static Wanted set(String purpose, String host, int port, String key) {
        String variable = key.toUpperCase(Locale.ROOT).replace('.', '_');
        return new Wanted(purpose, host, port, key + " (" + variable + ")");
    }

    /**
     * Makes sure that all of them can be had, and the directory too.
     *
     * @param data where everything is to be kept; not made here
     * @throws ToolFailure if a port cannot be had
     * @throws io.broadsheet.embedded.machine.EmbeddedStartException if another process has the
     *     directory: then it has the ports too, and is the better news
     */
    public void requireFree(Path data) {
        if (Files.isDirectory(data)) {
            DirectoryLock.take(data).close();
        }
        List<ServerSocket> had = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        try {
            for (Wanted it : wanted) {
                take(it, had, missed);
            }
        } finally {
            had.forEach(WantedPorts::release);
        }
        if (!missed.isEmpty()) {
            throw new ToolFailure(
                    "cannot listen on "
                            + String.join("\n  nor on ", missed)
                            + " (0: any free one)");
        }
    }

    /** Held until all are tried, so that two of them cannot be the same. */
    private static void take(Wanted wanted, List<ServerSocket> had, List<String> missed) {
        try {
            var socket = new ServerSocket();
            had.add(socket);
            socket.bind(new InetSocketAddress(InetAddress.getByName(wanted.host()), wanted.port()));
        } catch (IOException e) {
            missed.add(wanted.unless(e));
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
