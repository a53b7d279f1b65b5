package io.broadsheet.web.fetch;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;

import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import javax.net.ssl.SSLContext;

/**
 * The only way out: fetches what anyone may have written into an article, and goes nowhere it
 * should not. Each hop is vetted by its text, its name and every address of that name; a connection
 * is made to vetted addresses only; everything is bounded in bytes and time. No cookies, no
 * credentials, no proxy, no retries, bytes as they come unless gzip was asked for.
 *
 * <p>Safe for any number of virtual threads; opens at most 256 connections, 6 to a host.
 */
public final class SafeFetcher implements AutoCloseable {

    private static final TimeValue IDLE_MAX = TimeValue.ofSeconds(15);

    private final UrlRule rule;
    private final VettedAddresses addresses;
    private final PoolingHttpClientConnectionManager pool;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor alarms;

    private SafeFetcher(EgressPolicy policy, NameResolver names, TlsSocketStrategy tls) {
        this.rule = new UrlRule(policy);
        this.addresses = new VettedAddresses(names, policy);
        this.pool = VettedConnections.open(policy, addresses, tls);
        this.client =
                HttpClients.custom()
                        .setConnectionManager(pool)
                        .setRequestExecutor(new Departures())
                        .setUserAgent(policy.userAgent())
                        .disableRedirectHandling()
                        .disableContentCompression()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableAutomaticRetries()
                        .evictExpiredConnections()
                        .evictIdleConnections(IDLE_MAX)
                        .build();
        this.alarms =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("fetch-alarm").factory());
        alarms.setRemoveOnCancelPolicy(true);
    }

    /**
     * Opens a fetcher that resolves names as the operating system does.
     *
     * @throws IllegalStateException if the process has proxy settings and the policy does not say
     *     that they are to be ignored
     */
    public static SafeFetcher open(EgressPolicy policy) {
        return open(policy, NameResolver.ofSystem());
    }

    /**
     * Opens a fetcher that resolves names by another resolver, which is trusted no more than the
     * operating system's.
     *
     * @throws IllegalStateException as {@link #open(EgressPolicy)}
     */
    public static SafeFetcher open(EgressPolicy policy, NameResolver names) {
        return open(policy, names, DefaultClientTlsStrategy.createDefault());
    }

    /**
     * Opens a fetcher that also judges certificates by another context than Java's own, such as one
     * that trusts the authority of an origin of one's own.
     *
     * @throws IllegalStateException as {@link #open(EgressPolicy)}
     */
    public static SafeFetcher open(EgressPolicy policy, NameResolver names, SSLContext trust) {
        return open(policy, names, new DefaultClientTlsStrategy(trust));
    }

    static SafeFetcher open(EgressPolicy policy, NameResolver names, TlsSocketStrategy tls) {
        List<String> proxies = ProxySettings.namesOf(System.getenv(), System.getProperties());
        if (!proxies.isEmpty() && !policy.proxySettingsIgnored()) {
            throw new IllegalStateException(
                    "proxy settings are never used for fetching, but are set: "
                            + String.join(", ", proxies)
                            + "; unset them, or say that they may be ignored");
        }
        return new SafeFetcher(policy, names, tls);
    }

    /**
     * Fetches one URL. Nothing the world does is an exception; an interrupted thread gets {@link
     * FetchFailure#CONNECTION} and stays interrupted.
     *
     * @throws IllegalStateException if this fetcher is closed
     */
    public FetchResult fetch(FetchRequest request) {
        return fetch(request, HopGate.OPEN);
    }

    /**
     * Fetches one URL, and asks before it follows a redirect.
     *
     * @throws IllegalStateException if this fetcher is closed
     */
    public FetchResult fetch(FetchRequest request, HopGate gate) {
        return fetch(request, gate, new Abort());
    }

    /**
     * Fetches one URL, and can be cut from outside: then the result is {@link
     * FetchFailure#TIMEOUT}.
     *
     * @throws IllegalStateException if this fetcher is closed
     */
    public FetchResult fetch(FetchRequest request, HopGate gate, Abort abort) {
        try (TimeBound time = new TimeBound(request.limits().totalTimeMax(), alarms, abort)) {
            return new Journey(
                            rule,
                            new HttpExchange(client, request, time, gate),
                            gate,
                            request.limits().redirectsMax())
                    .from(request.url());
        }
    }

    /**
     * Tells how its connections are used.
     *
     * @param name of this fetcher among those of the process, such as {@code images}
     */
    public void bindTo(MeterRegistry registry, String name) {
        PoolMeters.bind(registry, name, pool);
    }

    /** Cuts what is on the way and closes all connections. */
    @Override
    public void close() {
        alarms.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
        addresses.close();
    }
}
