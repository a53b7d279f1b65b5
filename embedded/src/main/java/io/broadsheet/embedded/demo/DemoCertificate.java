package io.broadsheet.embedded.demo;

import io.broadsheet.embedded.machine.EmbeddedStartException;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * A certificate for the hosts of the demo, made anew for each run. Only who uses the trust store of
 * the demo believes it; its key never leaves the data directory.
 */
public final class DemoCertificate {

    private static final long KEYTOOL_SECONDS_MAX = 60;
    private static final String ALIAS = "demo";

    /** Guards nothing: whoever can read the file may as well have the key. */
    private static final char[] PASSWORD = "broadsheet-demo".toCharArray();

    private final KeyStore keys;
    private final Path trustStore;

    private DemoCertificate(KeyStore keys, Path trustStore) {
        this.keys = keys;
        this.trustStore = trustStore;
    }

    /**
     * Makes one.
     *
     * @param directory for its files, made if missing
     * @throws EmbeddedStartException if that fails
     */
    public static DemoCertificate in(Path directory) throws InterruptedException {
        try {
            Path store = Files.createDirectories(directory).resolve("origin.p12");
            Files.deleteIfExists(store);
            generate(store);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD);
            }
            Path trustStore = directory.resolve("trust.jks");
            trust(keys.getCertificate(ALIAS), trustStore);
            return new DemoCertificate(keys, trustStore.toAbsolutePath());
        } catch (IOException | GeneralSecurityException e) {
            throw new EmbeddedStartException("No certificate for the demo's origin: " + e, e);
        }
    }

    /** There is no way to sign one within the JDK's public API, but each JDK brings the tool. */
    private static void generate(Path store) throws IOException, InterruptedException {
        String names =
                Arrays.stream(DemoHost.values())
                        .map(host -> "dns:" + host.hostName())
                        .collect(Collectors.joining(","));
        Path log = store.resolveSibling("keytool.log");
        Process keytool =
                new ProcessBuilder(
                                Stream.of(
                                                List.of(tool(), "-genkeypair", "-alias", ALIAS),
                                                List.of("-keyalg", "EC", "-validity", "30"),
                                                List.of("-dname", "CN=Broadsheet demo"),
                                                List.of("-ext", "san=" + names),
                                                List.of("-storetype", "PKCS12"),
                                                List.of("-keystore", store.toString()),
                                                List.of("-storepass", new String(PASSWORD)))
                                        .flatMap(List::stream)
                                        .toList())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        boolean ended = keytool.waitFor(KEYTOOL_SECONDS_MAX, TimeUnit.SECONDS);
        if (!ended || keytool.exitValue() != 0) {
            keytool.destroyForcibly();
            throw new IOException("keytool failed: " + Files.readString(log).strip());
        }
    }

    private static String tool() {
        return Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    }

    /** What this Java trusts anyway, and the demo. A JKS needs no password to be read. */
    private static void trust(Certificate demo, Path file)
            throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("JKS");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, demo);
        for (X509Certificate authority : authorities()) {
            trusted.setCertificateEntry("java-" + trusted.size(), authority);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            trusted.store(out, PASSWORD);
        }
    }

    private static List<X509Certificate> authorities() throws GeneralSecurityException {
        TrustManagerFactory java = TrustManagerFactory.getInstance("PKIX");
        java.init((KeyStore) null);
        for (TrustManager manager : java.getTrustManagers()) {
            if (manager instanceof X509TrustManager known) {
                return List.of(known.getAcceptedIssuers());
            }
        }
        return List.of();
    }

    /** For {@code javax.net.ssl.trustStore}: what Java trusts, and this certificate. */
    public Path trustStore() {
        return trustStore;
    }

    /** To serve with. */
    SSLContext context() {
        try {
            KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
            own.init(keys, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new EmbeddedStartException("No TLS for the demo's origin: " + e, e);
        }
    }
}
