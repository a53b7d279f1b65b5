package io.broadsheet.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.net.ssl.SSLContext;

/** Over https, with stores in Kafka's own settings. */
class RegistryTlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir private static Path directory;

    private static Path keystore;

    @BeforeAll
    static void makeCertificate() throws IOException, InterruptedException {
        keystore = directory.resolve("server.p12");
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process =
                new ProcessBuilder(
                                List.of(
                                        keytool,
                                        "-genkeypair",
                                        "-alias",
                                        "server",
                                        "-keyalg",
                                        "EC",
                                        "-dname",
                                        "CN=localhost",
                                        "-ext",
                                        "san=dns:localhost",
                                        "-validity",
                                        "3650",
                                        "-storetype",
                                        "PKCS12",
                                        "-storepass",
                                        PASSWORD,
                                        "-keystore",
                                        keystore.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("keytool.log").toFile())
                        .start();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void aRegistryIsTrustedByTheGivenStore() throws IOException {
        try (var server = ScriptedServer.startTls(serverTls())) {
            server.answer("GET /subjects", 200, "[\"s\"]");
            var registry =
                    SchemaRegistry.open(
                            Map.of(
                                    "schema.registry.url",
                                    server.url().toString(),
                                    "schema.registry.ssl.truststore.location",
                                    keystore.toString(),
                                    "schema.registry.ssl.truststore.password",
                                    PASSWORD,
                                    "schema.registry.ssl.truststore.type",
                                    "PKCS12"));
            assertThat(registry.subjects()).containsExactly("s");
        }
    }

    @Test
    void aRegistryThatNobodyVouchesForIsNotAsked() throws IOException {
        try (var server = ScriptedServer.startTls(serverTls())) {
            var registry = new HttpSchemaRegistry(RegistrySettings.of(server.url()));
            assertThatThrownBy(registry::subjects).isInstanceOf(RegistryUnavailableException.class);
            assertThat(server.calls()).isEmpty();
        }
    }

    @Test
    void aStoreThatCannotBeReadIsAProblemAtOnce() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("schema.registry.url", "https://a");
        settings.put("schema.registry.ssl.truststore.location", "no-such-file.p12");
        assertThatThrownBy(() -> SchemaRegistry.open(settings)).isInstanceOf(KafkaException.class);
    }

    private static SSLContext serverTls() {
        return RegistryTls.from(
                        Map.of(
                                "schema.registry.ssl.keystore.location",
                                keystore.toString(),
                                "schema.registry.ssl.keystore.password",
                                PASSWORD,
                                "schema.registry.ssl.key.password",
                                PASSWORD,
                                "schema.registry.ssl.keystore.type",
                                "PKCS12"))
                .orElseThrow();
    }
}
