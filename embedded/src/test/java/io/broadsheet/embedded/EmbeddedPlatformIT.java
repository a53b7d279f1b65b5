package io.broadsheet.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.broadsheet.embedded.machine.EmbeddedStartException;
import io.broadsheet.embedded.machine.LockProbe;
import io.broadsheet.embedded.machine.LoopbackPort;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.TopicAdmin;
import io.broadsheet.schemas.TopicProfile;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.Compatibility;
import io.broadsheet.schemas.registry.HttpSchemaRegistry;
import io.broadsheet.schemas.registry.RegistrySettings;
import io.broadsheet.schemas.registry.SchemaRegistry;

import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** All of the embedded default at once: what is there after a start, and what a restart keeps. */
class EmbeddedPlatformIT {

    @TempDir Path data;

    @Test
    void everyTopicAndSchemaOfTheContractIsThereAndKeepsItsIdAcrossARestart() {
        Map<String, Integer> first;
        try (var platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(data))) {
            try (Admin admin = admin(platform)) {
                assertThat(TopicAdmin.verify(admin, TopicProfile.DEV).isAsDeclared()).isTrue();
            }
            assertThat(registry(platform).compatibility(Topics.RAW.subject()))
                    .isEqualTo(Compatibility.FULL_TRANSITIVE);
            first = ids(registry(platform));
            assertThat(first.get(Topics.REVISIONS.subject()))
                    .as("the same schema")
                    .isEqualTo(first.get(Topics.ENRICHED.subject()));
        }
        try (var platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(data))) {
            assertThat(ids(registry(platform))).isEqualTo(first);
            assertThat(registry(platform).versions(Topics.RAW.subject())).containsExactly(1);
        }
    }

    @Test
    void anotherProcessOnTheSameDirectoryIsToldWhoHoldsIt() throws Exception {
        try (var platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(data))) {
            assertThat(LockProbe.run(data))
                    .contains("in use by process " + ProcessHandle.current().pid());
            assertThatExceptionOfType(EmbeddedStartException.class)
                    .isThrownBy(() -> EmbeddedPlatform.start(PlatformOptions.anyPorts(data)))
                    .withMessageContaining("in use by this process");
            assertThat(registry(platform).subjects()).hasSize(Topics.ALL.size());
        }
    }

    @Test
    void aTakenRegistryPortLeavesNothingRunning() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral(LoopbackPort.HOST))) {
            var options = new PlatformOptions(data, 0, taken.getLocalPort());
            assertThatExceptionOfType(EmbeddedStartException.class)
                    .isThrownBy(() -> EmbeddedPlatform.start(options))
                    .withMessageContaining("registry")
                    .withMessageContaining(Integer.toString(taken.getLocalPort()));
        }
        try (var platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(data))) {
            assertThat(registry(platform).subjects()).isNotEmpty();
        }
    }

    private static Map<String, Integer> ids(SchemaRegistry registry) {
        return Topics.ALL.stream()
                .collect(
                        Collectors.toMap(
                                Topic::subject,
                                topic -> registry.idOf(topic.subject(), topic.schema())));
    }

    private static SchemaRegistry registry(EmbeddedPlatform platform) {
        return new HttpSchemaRegistry(RegistrySettings.of(URI.create(platform.registryUrl())));
    }

    private static Admin admin(EmbeddedPlatform platform) {
        return Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()));
    }
}
