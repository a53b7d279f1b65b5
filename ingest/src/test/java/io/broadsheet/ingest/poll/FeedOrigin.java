package io.broadsheet.ingest.poll;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of feeds on the loopback: each path answers as its test says. */
final class FeedOrigin implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger inFlightMost = new AtomicInteger();

    /** How a path answers. */
    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    /**
     * A request that came.
     *
     * @param path of it, with its query
     * @param headers by lower-case name, the first value of each
     */
    record Asked(String path, Map<String, String> headers) {}

    FeedOrigin() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        inFlightMost.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try (exchange) {
            Map<String, String> headers = new ConcurrentHashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) ->
                            headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            asked.add(new Asked(exchange.getRequestURI().toString(), headers));
            answers.getOrDefault(exchange.getRequestURI().getPath(), status(404)).give(exchange);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    FeedOrigin on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    /** An RSS feed of these items, with headers in pairs. */
    static Answer feed(List<String> items, String... headers) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            send(exchange, 200, rss(items), headers);
        };
    }

    /** A feed that takes its time. */
    static Answer slow(Duration time, List<String> items) {
        return exchange -> {
            await().pollDelay(time).until(() -> true);
            feed(items).give(exchange);
        };
    }

    /** A feed that answers 304 to whoever has its tag. */
    static Answer tagged(String etag, List<String> items) {
        return exchange -> {
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                send(exchange, 304, "", "ETag", etag);
            } else {
                send(exchange, 200, rss(items), "ETag", etag);
            }
        };
    }

    static Answer status(int status, String... headers) {
        return exchange -> send(exchange, status, "", headers);
    }

    static String rss(List<String> items) {
        StringBuilder feed =
                new StringBuilder(
                        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>"
                                + "<title>Synthetic</title><link>https://feed.example/</link>");
        for (String item : items) {
            feed.append(
                    "<item><guid isPermaLink=\"false\">%s</guid><title>Title of %s</title><description>Text of %s.</description></item>"
                            .formatted(item.replaceAll("!.*", ""), item, item));
        }
        return feed.append("</channel></rss>").toString();
    }

    static void send(HttpExchange exchange, int status, String body, String... headers)
            throws IOException {
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    List<Asked> asked(String path) {
        return asked.stream().filter(it -> it.path().equals(path)).toList();
    }

    int inFlightMost() {
        return inFlightMost.get();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
