package io.broadsheet.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.broadsheet.embedded.machine.EmbeddedStartException;
import io.broadsheet.embedded.machine.LoopbackPort;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A broker that is started, restarted, killed and refused. Kafka's server classes may change: this
 * shows.
 */
class EmbeddedBrokerIT {

    @TempDir Path directory;

    @Test
    void itKeepsItsRecordsAcrossARestartOnAnotherPort() throws Exception {
        String first;
        try (var broker = EmbeddedBroker.start(directory, 0)) {
            first = broker.bootstrapServers();
            try (var client = new Letters(first)) {
                client.createTopic();
                client.send("before");
            }
        }
        try (var broker = EmbeddedBroker.start(directory, 0);
                var client = new Letters(broker.bootstrapServers())) {
            client.send("after");
            assertThat(client.received(2)).containsExactly("before", "after");
            assertThat(broker.bootstrapServers()).isNotEqualTo(first);
        }
    }

    @Test
    void aSecondBrokerOnTheSameDirectoryIsRefusedAndTheFirstGoesOn() throws Exception {
        try (var broker = EmbeddedBroker.start(directory, 0);
                var client = new Letters(broker.bootstrapServers())) {
            client.createTopic();
            assertThatExceptionOfType(EmbeddedStartException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(directory, 0))
                    .withMessageContaining("in use by this process");
            client.send("unharmed");
            assertThat(client.received(1)).containsExactly("unharmed");
        }
    }

    @Test
    void aTakenPortIsToldAndTheDirectoryIsFreeAgain() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral(LoopbackPort.HOST))) {
            assertThatExceptionOfType(EmbeddedStartException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(directory, taken.getLocalPort()))
                    .withMessageContaining("Port " + taken.getLocalPort());
        }
        try (var broker = EmbeddedBroker.start(directory, 0)) {
            assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws Exception {
        Process process = BrokerProcess.start(directory);
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            try (var client = new Letters(output.readLine())) {
                client.createTopic();
                client.send("acknowledged");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (var broker = EmbeddedBroker.start(directory, 0);
                var client = new Letters(broker.bootstrapServers())) {
            assertThat(client.received(1)).containsExactly("acknowledged");
        }
    }

    @Test
    void aTopicThatNobodyCreatedDoesNotComeToBe() throws Exception {
        try (var broker = EmbeddedBroker.start(directory, 0);
                var client = new Letters(broker.bootstrapServers())) {
            assertThat(client.topics()).isEmpty();
        }
    }
}
