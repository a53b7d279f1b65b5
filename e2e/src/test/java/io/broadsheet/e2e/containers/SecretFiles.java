package io.broadsheet.e2e.containers;

import org.apache.kafka.clients.CommonClientConfigs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * What {@code deploy/secure/make-secrets} made.
 *
 * @param directory where
 */
record SecretFiles(Path directory) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String PREFIX = "kafka.";
    private static final String TRUSTED = "ssl.truststore.location";

    static SecretFiles make(Path directory) throws IOException, InterruptedException {
        new Command(Map.of(), PATIENCE)
                .run(List.of("deploy/secure/make-secrets", directory.toString()))
                .orFail();
        return new SecretFiles(directory);
    }

    String password(String name) throws IOException {
        return Files.readString(directory.resolve("passwords").resolve(name)).strip();
    }

    /** Settings of a client of Kafka that is this principal, on this machine. */
    Map<String, Object> client(String principal, String bootstrapServers) throws IOException {
        Properties properties = new Properties();
        try (InputStream file =
                Files.newInputStream(directory.resolve(principal + ".properties"))) {
            properties.load(file);
        }
        Map<String, Object> settings = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(PREFIX)) {
                settings.put(key.substring(PREFIX.length()), properties.getProperty(key));
            }
        }
        settings.put(TRUSTED, directory.resolve("ca.pem").toString());
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000);
        return settings;
    }

    /** Trusts the authority alone. */
    SSLContext trust() throws IOException, GeneralSecurityException {
        Certificate authority;
        try (InputStream file = Files.newInputStream(directory.resolve("ca.pem"))) {
            authority = CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", authority);
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
