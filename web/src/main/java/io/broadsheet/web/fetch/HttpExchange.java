package io.broadsheet.web.fetch;

import io.broadsheet.web.url.NormalizedUrl;
import io.broadsheet.web.url.WebUrl;

import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.Timeout;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipException;

/** Asks over HTTP. */
final class HttpExchange implements Exchange {

    /** More than the connections that are kept to one host. */
    private static final int ATTEMPTS_MAX = VettedConnections.CONNECTIONS_PER_HOST_MAX + 1;

    private final CloseableHttpClient client;
    private final FetchRequest request;
    private final TimeBound time;
    private final HopGate gate;

    HttpExchange(CloseableHttpClient client, FetchRequest request, TimeBound time, HopGate gate) {
        this.client = client;
        this.gate = gate;
        this.request = request;
        this.time = time;
    }

    /**
     * Asks again if a kept connection turns out to be closed by the peer, or to hold what is left
     * of an answer that was longer than it said, which no one can know before; a connection opened
     * for this request gets one chance.
     */
    @Override
    public Outcome with(WebUrl url, HopClock clock) {
        for (int attempts = 0; attempts < ATTEMPTS_MAX; attempts++) {
            HttpClientContext context = context();
            try {
                return ask(url, clock, context);
            } catch (IOException e) {
                if (!wasStale(e, context)) {
                    return Faults.outcome(e, time);
                }
            } catch (IllegalStateException e) {
                return cutOrThrow(e);
            }
        }
        return new Outcome.Failure(FetchFailure.CONNECTION, "only connections that were closed");
    }

    /**
     * The client takes it for a mistake of ours if a request is cut just before it is sent, and has
     * an exception of its own if it is while it waits for a connection.
     */
    private Outcome cutOrThrow(IllegalStateException thrown) {
        if (!time.expired() && !(thrown instanceof CancellationException)) {
            throw thrown;
        }
        return Faults.outcome(new InterruptedIOException(thrown.getMessage()), time);
    }

    private boolean wasStale(IOException thrown, HttpClientContext context) {
        return context.getAttribute(VettedConnections.OPENED) == null
                && !time.expired()
                && (thrown instanceof NoHttpResponseException
                        || thrown instanceof SocketException
                        || thrown instanceof ClientProtocolException);
    }

    private Outcome ask(WebUrl url, HopClock clock, HttpClientContext context) throws IOException {
        HttpHost host = host(url);
        HttpUriRequestBase asked = asked(url, host);
        time.watch(asked);
        ClassicHttpResponse response = client.executeOpen(host, asked, context);
        clock.answered(response.getCode());
        return outcome(url, asked, response);
    }

    /** Cuts the connection unless the body was read to its end, which has given it back. */
    private Outcome outcome(WebUrl url, HttpUriRequestBase asked, ClassicHttpResponse response)
            throws IOException {
        try {
            return RedirectTarget.isRedirect(response.getCode())
                    ? moved(url, response)
                    : answer(url, response);
        } finally {
            asked.cancel();
            Closer.closeQuietly(response);
        }
    }

    private Outcome moved(WebUrl url, ClassicHttpResponse response) {
        if (isPost() && !RedirectTarget.keepsMethod(response.getCode())) {
            return new Outcome.Failure(
                    FetchFailure.REDIRECTS, "a redirect that would lose what was posted");
        }
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        String text = location == null || location.getValue() == null ? "" : location.getValue();
        return RedirectTarget.of(url, text)
                .<Outcome>map(Outcome.Moved::new)
                .orElseGet(
                        () -> new Outcome.Failure(FetchFailure.REDIRECTS, "a redirect to nowhere"));
    }

    private Outcome answer(WebUrl url, ClassicHttpResponse response) throws IOException {
        return new Outcome.Answer(
                url.withoutFragment(), response.getCode(), headers(response), body(response));
    }

    private FetchResult.Body body(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        InputStream content = entity == null ? InputStream.nullInputStream() : entity.getContent();
        long declared = entity == null ? 0 : entity.getContentLength();
        BodyReader reader = new BodyReader(request.limits(), time, declared);
        return switch (request.asking()) {
            case Asking.Plain _, Asking.Telling _, Asking.Posting _ ->
                    reader.read(Inflation.none(content));
            case Asking.ForNews _ -> decoded(reader, response, content);
        };
    }

    private static FetchResult.Body decoded(
            BodyReader reader, ClassicHttpResponse response, InputStream content)
            throws IOException {
        Header encoding = response.getFirstHeader(HttpHeaders.CONTENT_ENCODING);
        try {
            return reader.read(
                    Inflation.of(Optional.ofNullable(encoding).map(Header::getValue), content));
        } catch (ZipException e) {
            return reader.body(BodyEnd.UNDECODABLE);
        }
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse response) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(
                            header.getName().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(header.getValue() == null ? "" : header.getValue());
        }
        headers.replaceAll((_, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(headers);
    }

    private static HttpHost host(WebUrl url) {
        String name =
                url.host().startsWith("[")
                        ? url.host().substring(1, url.host().length() - 1)
                        : url.host();
        return new HttpHost(url.scheme(), name, url.hasDefaultPort() ? -1 : url.port());
    }

    /** The path is set as it is: java.net.URI refuses characters that servers use. */
    private HttpUriRequestBase asked(WebUrl url, HttpHost host) {
        HttpUriRequestBase asked =
                new HttpUriRequestBase(isPost() ? "POST" : "GET", URI.create("/"));
        asked.setScheme(url.scheme());
        asked.setAuthority(new URIAuthority(host));
        asked.setPath(url.pathAndQuery());
        asked.setHeader(HttpHeaders.ACCEPT, request.accept());
        request.referer()
                .flatMap(NormalizedUrl::ofResource)
                .ifPresent(referer -> asked.setHeader(HttpHeaders.REFERER, referer.value()));
        asked.setConfig(config());
        return asAsked(asked);
    }

    private boolean isPost() {
        return switch (request.asking()) {
            case Asking.Plain _, Asking.ForNews _ -> false;
            case Asking.Telling _, Asking.Posting _ -> true;
        };
    }

    private HttpUriRequestBase asAsked(HttpUriRequestBase asked) {
        asked.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        switch (request.asking()) {
            case Asking.Plain _ -> {}
            case Asking.ForNews(var etag, var lastModified) -> {
                asked.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
                etag.ifPresent(it -> asked.setHeader(HttpHeaders.IF_NONE_MATCH, it));
                lastModified.ifPresent(it -> asked.setHeader(HttpHeaders.IF_MODIFIED_SINCE, it));
            }
            case Asking.Telling(var form) ->
                    asked.setEntity(
                            new StringEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
            case Asking.Posting(var type, var body, var headers) -> {
                headers.forEach(asked::setHeader);
                var content = ContentType.create(type);
                asked.setEntity(
                        new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), content));
            }
        }
        return asked;
    }

    private RequestConfig config() {
        Timeout left = timeout(time.left());
        return RequestConfig.custom()
                .setConnectionRequestTimeout(left)
                .setResponseTimeout(left)
                .setAuthenticationEnabled(false)
                .setRedirectsEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    private HttpClientContext context() {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(Departures.GATE, gate);
        context.setAttribute(
                VettedConnections.CONNECT_TIME_MAX,
                timeout(shorter(request.limits().connectTimeMax(), time.left())));
        return context;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.ofMilliseconds(duration.toMillis());
    }
}
