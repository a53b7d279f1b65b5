package io.broadsheet.desk.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;

/** Which names are ours. */
class HostsTest {

    private final Hosts hosts = new Hosts("10.1.2.3", Set.of("desk.example.org"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:8090",
                "127.0.0.1:1",
                "[::1]",
                "[::1]:8090",
                "10.1.2.3:8090",
                "Desk.Example.org"
            })
    void theseAreOurs(String header) {
        assertThat(hosts.isOurs(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":8090",
                "evil.example",
                "localhost.evil.example",
                "desk.example.org.evil.example:80",
                "[::2]:8090",
                "127.0.0.1:8090:evil.example"
            })
    void theseAreNot(String header) {
        assertThat(hosts.isOurs(header)).isFalse();
    }
}
