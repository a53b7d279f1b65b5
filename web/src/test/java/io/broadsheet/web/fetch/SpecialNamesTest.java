package io.broadsheet.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** Names that mean the same on every system. */
class SpecialNamesTest {

    private final List<String> lookedUp = new ArrayList<>();
    private final NameResolver names =
            new SpecialNames(host -> {
                lookedUp.add(host);
                return List.of(InetAddress.ofLiteral("192.0.2.1"));
            });

    @Test
    void aNameUnderLocalhostIsThisMachineWithoutALookup() throws UnknownHostException {
        assertThat(names.resolve("Pictures.localhost"))
                .containsExactly(InetAddress.ofLiteral("127.0.0.1"));
        assertThat(lookedUp).isEmpty();
    }

    @Test
    void aNameUnderInvalidDoesNotExistWithoutALookup() {
        assertThatThrownBy(() -> names.resolve("no.such.invalid"))
                .isInstanceOf(UnknownHostException.class);
        assertThat(lookedUp).isEmpty();
    }

    @Test
    void allOthersAreLookedUp() throws UnknownHostException {
        assertThat(names.resolve("invalid.example")).hasSize(1);
        assertThat(lookedUp).containsExactly("invalid.example");
    }
}
