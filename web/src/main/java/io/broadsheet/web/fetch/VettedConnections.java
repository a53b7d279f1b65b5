package io.broadsheet.web.fetch;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The pool of connections: few to a host, all to vetted addresses. A connection that is used again
 * was vetted when it was opened, so a name that has moved since cannot lead it elsewhere.
 */
final class VettedConnections {

    /** Of a request's context: how long opening a connection may take, a {@link Timeout}. */
    static final String CONNECT_TIME_MAX = "broadsheet.connect-time-max";

    /** Of a request's context: set if a connection was opened for it. */
    static final String OPENED = "broadsheet.opened";

    static final int CONNECTIONS_PER_HOST_MAX = 6;

    private static final int CONNECTIONS_MAX = 256;
    private static final int HEADERS_MAX = 200;
    private static final int LINE_CHARS_MAX = 16_384;
    private static final int BLANK_LINES_MAX = 5;
    private static final TimeValue LIFE_MAX = TimeValue.ofMinutes(1);
    private static final TimeValue UNCHECKED_IDLE_MAX = TimeValue.ofMilliseconds(100);

    private VettedConnections() {}

    static PoolingHttpClientConnectionManager open(
            EgressPolicy policy, DnsResolver addresses, TlsSocketStrategy tls) {
        PoolingHttpClientConnectionManager pool =
                new PoolingHttpClientConnectionManager(
                        new Operator(policy, addresses, tls),
                        PoolConcurrencyPolicy.STRICT,
                        PoolReusePolicy.LIFO,
                        LIFE_MAX,
                        connections());
        pool.setMaxTotal(CONNECTIONS_MAX);
        pool.setDefaultMaxPerRoute(CONNECTIONS_PER_HOST_MAX);
        pool.setDefaultSocketConfig(
                SocketConfig.custom().setSoTimeout(3, TimeUnit.SECONDS).build());
        pool.setDefaultConnectionConfig(
                ConnectionConfig.custom()
                        .setTimeToLive(LIFE_MAX)
                        .setValidateAfterInactivity(UNCHECKED_IDLE_MAX)
                        .build());
        return pool;
    }

    private static ManagedHttpClientConnectionFactory connections() {
        Http1Config config =
                Http1Config.custom()
                        .setMaxHeaderCount(HEADERS_MAX)
                        .setMaxLineLength(LINE_CHARS_MAX)
                        .setMaxEmptyLineCount(BLANK_LINES_MAX)
                        .build();
        return ManagedHttpClientConnectionFactory.builder()
                .http1Config(config)
                .responseParserFactory(_ -> new BoundedHead(new DefaultHttpResponseParser(config)))
                .build();
    }

    /** Opens connections through vetted sockets, in the time its request allows. */
    private static final class Operator extends DefaultHttpClientConnectionOperator {

        Operator(EgressPolicy policy, DnsResolver addresses, TlsSocketStrategy tls) {
            super(
                    _ -> new VettedSocket(policy),
                    DefaultSchemePortResolver.INSTANCE,
                    addresses,
                    RegistryBuilder.<TlsSocketStrategy>create().register("https", tls).build());
        }

        @Override
        public void connect(
                ManagedHttpClientConnection connection,
                HttpHost endpointHost,
                NamedEndpoint endpointName,
                Path unixDomainSocket,
                InetSocketAddress localAddress,
                Timeout connectTimeout,
                SocketConfig socketConfig,
                Object attachment,
                HttpContext context)
                throws IOException {
            context.setAttribute(OPENED, true);
            super.connect(
                    connection,
                    endpointHost,
                    endpointName,
                    unixDomainSocket,
                    localAddress,
                    (Timeout) context.getAttribute(CONNECT_TIME_MAX),
                    socketConfig,
                    attachment,
                    context);
        }
    }
}
