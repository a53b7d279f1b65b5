package io.broadsheet.web.fetch;

import static io.broadsheet.web.fetch.Fetches.answered;
import static io.broadsheet.web.fetch.Fetches.assertFailed;
import static io.broadsheet.web.fetch.Fetches.assertRefused;
import static io.broadsheet.web.fetch.HostileOrigin.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Secure channels, and what only looks like one. */
class TlsIT {

    private static final char[] PASSWORD = "only-for-this-test".toCharArray();
    private static final NameResolver TO_LOOPBACK = _ -> List.of(InetAddress.getLoopbackAddress());

    @TempDir private static Path directory;
    private static SSLContext ours;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path store = directory.resolve("origin.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "origin",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=origin.example",
                                "-ext",
                                "san=dns:origin.example",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                new String(PASSWORD))
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("keytool.log").toFile())
                        .start();
        assertThat(keytool.waitFor()).isZero();
        ours = context(store);
    }

    private static SSLContext context(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    @Test
    void aCertificateOfTheHostAskedForIsAccepted() throws Exception {
        try (HostileOrigin origin = secure(TlsIT::ok);
                SafeFetcher fetcher = trusting()) {
            FetchResult.Answered answer =
                    answered(fetcher.fetch(Fetches.of(url("origin.example", origin))));

            assertThat(answer.body().bytesRead()).isEqualTo(2);
        }
    }

    @Test
    void aCertificateOfAnotherHostIsNot() throws Exception {
        try (HostileOrigin origin = secure(TlsIT::ok);
                SafeFetcher fetcher = trusting()) {
            assertFailed(fetcher.fetch(Fetches.of(url("other.example", origin))), FetchFailure.TLS);
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNot() throws Exception {
        try (HostileOrigin origin = secure(TlsIT::ok);
                SafeFetcher fetcher = SafeFetcher.open(Fetches.POLICY, TO_LOOPBACK)) {
            assertFailed(
                    fetcher.fetch(Fetches.of(url("origin.example", origin))), FetchFailure.TLS);
        }
    }

    @Test
    void aPlainServerBehindHttpsHasNoSecureChannel() throws Exception {
        try (ServerSocket talker = plainTalker();
                SafeFetcher fetcher = trusting()) {
            assertFailed(
                    fetcher.fetch(
                            Fetches.of("https://origin.example:" + talker.getLocalPort() + "/")),
                    FetchFailure.TLS);
        }
    }

    @Test
    void aHandshakeThatHangsIsATimeout() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SafeFetcher fetcher = trusting()) {
            String url = "https://origin.example:" + deaf.getLocalPort() + "/";

            assertFailed(
                    fetcher.fetch(Fetches.of(url, Fetches.inTotal(Duration.ofMillis(300)))),
                    FetchFailure.TIMEOUT);
        }
    }

    @Test
    void aRedirectToPlainHttpIsRefused() throws Exception {
        try (HostileOrigin plain = HostileOrigin.saying("HTTP/1.1 200 OK\r\n\r\n");
                HostileOrigin origin =
                        secure((_, out) -> {
                            write(
                                    out,
                                    "HTTP/1.1 302 Found\r\nLocation: "
                                            + plain.url("/")
                                            + "\r\n\r\n");
                            return false;
                        });
                SafeFetcher fetcher = trusting()) {
            FetchResult result = fetcher.fetch(Fetches.of(url("origin.example", origin)));

            assertRefused(result, RefusalCode.REDIRECT_DOWNGRADE);
            assertThat(result.hops()).hasSize(1);
            assertThat(plain.connections()).isZero();
        }
    }

    private static SafeFetcher trusting() {
        return SafeFetcher.open(Fetches.POLICY, TO_LOOPBACK, new DefaultClientTlsStrategy(ours));
    }

    private static HostileOrigin secure(HostileOrigin.Script script) throws IOException {
        return HostileOrigin.on(
                ours.getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                script);
    }

    /** Greets at once, as mail and file servers do. */
    private static ServerSocket plainTalker() throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual()
                .start(() -> {
                    try (var client = server.accept()) {
                        write(client.getOutputStream(), "220 mail.example ready\r\n");
                        client.getInputStream().transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        // the fetcher hung up
                    }
                });
        return server;
    }

    private static boolean ok(String request, OutputStream out) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        return true;
    }

    private static String url(String host, HostileOrigin origin) {
        return "https://" + host + ":" + origin.port() + "/";
    }
}
