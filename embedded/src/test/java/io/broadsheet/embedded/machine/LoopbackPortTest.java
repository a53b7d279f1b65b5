package io.broadsheet.embedded.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports are tried before they are used. */
class LoopbackPortTest {

    @Test
    void aTakenPortIsRefusedWithItsNumberAndItsPurpose() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral(LoopbackPort.HOST))) {
            assertThatExceptionOfType(EmbeddedStartException.class)
                    .isThrownBy(() -> LoopbackPort.claim(taken.getLocalPort(), "broker"))
                    .withMessageContaining(Integer.toString(taken.getLocalPort()))
                    .withMessageContaining("broker")
                    .withMessageContaining("choose another port");
        }
    }

    @Test
    void anyFreePortCanBeListenedOn() throws IOException {
        int port = LoopbackPort.claim(0, "broker");
        try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral(LoopbackPort.HOST))) {
            assertThat(socket.getLocalPort()).isEqualTo(port);
        }
    }
}
