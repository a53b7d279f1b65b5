package io.broadsheet.schemas.registry;

import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.net.ssl.SSLContext;

/**
 * TLS from {@code schema.registry.ssl.*}. Kafka's own factory reads the stores, so that whatever
 * works for a broker (JKS, PKCS12, PEM, in files or in place) works for the registry.
 */
final class RegistryTls {

    private static final String PREFIX = "schema.registry.";
    private static final ConfigDef DEFINITION = new ConfigDef().withClientSslSupport();

    private RegistryTls() {}

    /** Empty if no such setting is given: then the JDK's own trust holds. */
    static Optional<SSLContext> from(Map<String, ?> settings) {
        Map<String, Object> ssl = new HashMap<>();
        settings.forEach((key, value) -> {
            if (key.startsWith(PREFIX + "ssl.")) {
                ssl.put(key.substring(PREFIX.length()), value);
            }
        });
        return ssl.isEmpty() ? Optional.empty() : Optional.of(context(ssl));
    }

    private static SSLContext context(Map<String, Object> ssl) {
        try (var factory = new DefaultSslEngineFactory()) {
            factory.configure(new AbstractConfig(DEFINITION, ssl, false).values());
            return factory.sslContext();
        }
    }
}
