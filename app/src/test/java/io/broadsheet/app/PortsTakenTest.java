package io.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is said where a port is taken, and what is left then. */
class PortsTakenTest {

    @TempDir private Path directory;
    private Path data;

    @BeforeEach
    void nameTheData() {
        data = directory.resolve("data");
    }

    @Test
    void everyPortThatIsTakenIsToldWithWhatChangesItAndNothingIsMade() throws Exception {
        try (ServerSocket one = taken();
                ServerSocket other = taken()) {
            int port = one.getLocalPort();
            CommandRun run =
                    up(
                            "desk.port=0\nsyndicate.port=%1$d\noperations.port=0\npush.port=%1$d\n"
                                            .formatted(port)
                                    + "push.tokens=quay a-token-of-16-or-more\n",
                            "--broker-port",
                            Integer.toString(other.getLocalPort()),
                            "--registry-port",
                            Integer.toString(port));

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err().lines().toList())
                    .hasSize(4)
                    .satisfiesExactly(
                            it ->
                                    assertThat(it)
                                            .startsWith("broadsheet: cannot listen on 127.0.0.1:")
                                            .contains("for Kafka", "with --broker-port"),
                            it -> assertThat(it).contains("the registry", "--registry-port"),
                            it -> assertThat(it).contains("syndicate.port (SYNDICATE_PORT)"),
                            it -> assertThat(it).contains("push.port (PUSH_PORT)"));
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void twoDoorsAreNotOne() throws Exception {
        int free;
        try (ServerSocket socket = taken()) {
            free = socket.getLocalPort();
        }
        CommandRun run =
                up(
                        "desk.port=%1$d\nsyndicate.port=%1$d\noperations.port=0\n".formatted(free),
                        "--broker-port",
                        "0",
                        "--registry-port",
                        "0");

        assertThat(run.err()).contains("syndicate.port").doesNotContain("desk.port");
        assertThat(data).doesNotExist();
    }

    @Test
    void aHostThatIsNoneOfThisMachineIsToldWithWhatNamesIt() throws Exception {
        CommandRun run =
                up(
                        """
                        desk.host=no-such-host.invalid
                        push.host=192.0.2.1
                        push.port=0
                        push.tokens=quay a-token-of-16-or-more
                        syndicate.port=0
                        operations.port=0
                        """,
                        "--broker-port",
                        "0",
                        "--registry-port",
                        "0");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines())
                .containsExactly(
                        "broadsheet: cannot listen on no-such-host.invalid:8090 for the desk:"
                                + " no-such-host.invalid is no host that is known here; it is named"
                                + " by desk.host (DESK_HOST)",
                        "  nor on 192.0.2.1:0 for push: 192.0.2.1 is no address of this machine;"
                                + " it is named by push.host (PUSH_HOST)");
        assertThat(data).doesNotExist();
    }

    @Test
    void aServiceAloneSaysWhereItCannotListenToo() throws Exception {
        Path file =
                Files.writeString(
                        directory.resolve("c.properties"),
                        "desk.host=no-such-host.invalid\noperations.host=192.0.2.1\n");

        CommandRun run = CommandRun.of(List.of("desk", "--config", file.toString()));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("operations.host (OPERATIONS_HOST)", "desk.host (DESK_HOST)")
                .doesNotContain("\tat ");
    }

    @Test
    void theDemoLeavesNothingEither() throws Exception {
        try (ServerSocket socket = taken()) {
            String port = Integer.toString(socket.getLocalPort());
            CommandRun run =
                    CommandRun.of(
                            List.of("demo", "--data", data.toString(), "--broker-port", port));

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).contains("for Kafka", "--broker-port");
            assertThat(data).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enrich.threads=many",
                "enrich.commit.interval=PT-1S",
                "sink.retry.wait.min=0s",
                "sink.retry.wait.max=1ms"
            })
    void aSettingThatIsWrongIsNamedAndLeavesNothing(String setting) throws Exception {
        CommandRun run = up(setting + "\n");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains(setting.substring(0, setting.indexOf('=')))
                .doesNotContain("\tat ");
        assertThat(data).doesNotExist();
    }

    @Test
    void anInboxThatIsNoDirectoryLeavesNothing() throws Exception {
        Path file = Files.writeString(directory.resolve("a.html"), "<p>of tides</p>");

        CommandRun run = up("", "--inbox", file.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--inbox " + file + ": is no directory");
        assertThat(data).doesNotExist();
    }

    @Test
    void theHelpSaysWhatThePortsAreOf() {
        assertThat(CommandRun.of(List.of("up", "--help")).out().replaceAll("\\s+", " "))
                .contains("--broker-port=PORT port of Kafka; 0 for any free one (default: 9092)")
                .contains("port of the schema registry; 0 for any free one (default: 8081)");
    }

    private CommandRun up(String settings, String... options) throws IOException {
        Path file = Files.writeString(directory.resolve("c.properties"), settings);
        List<String> all = new ArrayList<>(List.of("up", "--data", data.toString()));
        all.addAll(List.of("--config", file.toString()));
        all.addAll(List.of(options));
        return CommandRun.of(all);
    }

    private static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
