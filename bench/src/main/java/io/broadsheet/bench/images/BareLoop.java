package io.broadsheet.bench.images;

import io.broadsheet.web.fetch.NameResolver;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The floor: GET after GET with the HTTP client and no more, as many at once, with as many
 * connections and as long a time for an answer as the checks have.
 */
final class BareLoop {

    private static final int CONNECTIONS_MAX = 256;
    private static final int BUFFER_BYTES = 8_192;

    private final Load load;
    private final NameResolver names;

    BareLoop(Load load, NameResolver names) {
        this.load = load;
        this.names = names;
    }

    /** Runs for a while. */
    Counted run(Duration time) throws InterruptedException, IOException {
        Counted counted = new Counted();
        try (CloseableHttpClient client = client();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Load.IN_FLIGHT; i++) {
                threads.execute(() -> ask(client, counted));
            }
            counted.runFor(time);
            threads.shutdownNow();
            threads.awaitTermination(Load.FETCH_TIME_MAX.toMillis(), TimeUnit.MILLISECONDS);
        }
        return counted;
    }

    private void ask(CloseableHttpClient client, Counted counted) {
        while (!counted.isOver()) {
            counted.add(isPicture(client, load.nextUrl()));
        }
    }

    private static boolean isPicture(CloseableHttpClient client, String url) {
        try {
            return client.execute(
                    new HttpGet(url),
                    response -> {
                        readAll(response.getEntity().getContent());
                        return response.getCode() < 400;
                    });
        } catch (IOException | CancellationException e) {
            return false;
        }
    }

    private static void readAll(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        int count = in.read(buffer);
        while (count >= 0) {
            count = in.read(buffer);
        }
    }

    private CloseableHttpClient client() {
        Timeout timeMax = Timeout.of(Load.FETCH_TIME_MAX);
        PoolingHttpClientConnectionManager connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Resolved(names))
                        .setMaxConnTotal(CONNECTIONS_MAX)
                        .setMaxConnPerRoute(Load.CONNECTIONS_PER_HOST)
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom().setConnectTimeout(timeMax).build())
                        .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(timeMax).build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .build();
    }

    /** The same names as the checks have. */
    private record Resolved(NameResolver names) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return names.resolve(host).toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
